package dev.tollgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What {@code tollgate diff} takes, from the start of the command to its end: of policies with many
 * contracts, of many accounts, and of the calls of a long log; beside reading the same lines.
 */
final class DiffRun {

  /** More than this no row may have, however long its files are. */
  private static final String MEMORY = "-Xmx1g";

  private static final int ACCOUNTS = 100_000;
  private static final int CHANGED = 300;

  private final Path home;
  private final Path folder;
  private final int most;

  private DiffRun(Path home, Path folder, int most) {
    this.home = home;
    this.folder = folder;
    this.most = most;
  }

  /**
   * @param arguments the project's folder, and how many calls at most; a tenth of it for accounts
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Folders.temporary(new String[0]);
    try {
      int most = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000_000;
      new DiffRun(Path.of(arguments[0]), folder, most).run();
    } finally {
      Folders.remove(folder);
    }
  }

  private void run() throws IOException, InterruptedException {
    System.out.println(Machine.line().replaceFirst("heap of .*", "heap of 1 GiB at most"));
    System.out.printf(
        "| %-34s | %10s | %8s | %8s | %10s | %12s | %8s |%n",
        "", "size", "wall s", "CPU s", "a second", "a CPU second", "peak MiB");
    rules("old", "");
    rules("new", "");
    edit(folder.resolve("new"));
    contracts();
    accounts();
    usage(true);
    usage(false);
  }

  private void contracts() throws IOException, InterruptedException {
    for (boolean shared : new boolean[] {false, true}) {
      for (int contracts : new int[] {100, 1_000, 10_000}) {
        String rule = shared ? DiffFiles.RULE : "";
        int changed = Math.min(CHANGED, contracts);
        Path before = rules("before", DiffFiles.contracts(contracts, 0) + rule);
        Path after = rules("after", DiffFiles.contracts(contracts, changed) + rule);
        String what = "contracts" + (shared ? ", and a rule for all" : "");
        diff(what, contracts, before.toString(), after.toString());
      }
    }
  }

  private void accounts() throws IOException, InterruptedException {
    for (int accounts = most / 1_000; accounts <= most / 10; accounts *= 10) {
      Path file = folder.resolve("accounts.csv");
      DiffFiles.accounts(file, accounts);
      lines("reading their lines", accounts, file);
      diff("accounts", accounts, "old", "new", "--accounts", file.toString());
    }
  }

  private void usage(boolean ends) throws IOException, InterruptedException {
    Path accounts = folder.resolve("accounts.csv");
    DiffFiles.accounts(accounts, ACCOUNTS);
    for (int calls = most / 100; calls <= (ends ? most / 10 : most); calls *= 10) {
      Path file = folder.resolve("usage.csv");
      DiffFiles.usage(file, ACCOUNTS, calls, ends);
      lines("reading their lines", calls, file);
      diff(
          "calls" + (ends ? " that end" : ""),
          calls,
          "old",
          "new",
          "--accounts",
          accounts.toString(),
          "--usage",
          file.toString());
    }
  }

  /** The shipped rules and something more, in a folder of their own. */
  private Path rules(String name, String more) throws IOException {
    Path to = Files.createDirectories(folder.resolve(name));
    try (Stream<Path> all = Files.walk(home.resolve("rules"))) {
      for (Path file : all.filter(each -> each.toString().endsWith(".toll")).toList()) {
        if (!file.toString().endsWith("_test.toll")) {
          Files.copy(file, to.resolve(name(file)), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    if (!more.isEmpty()) {
      Files.writeString(to.resolve("many_contracts.toll"), more);
    }
    return to;
  }

  private static String name(Path file) {
    return file.getParent().getFileName() + "_" + file.getFileName();
  }

  /** Other numbers for two editions, and another cost of a call. */
  private static void edit(Path rules) throws IOException {
    Path file = rules.resolve("crm_crm.toll");
    String text = Files.readString(file);
    String edited =
        text.replace("base 10_000  + 500 per user", "base 10_000  + 400 per user")
            .replace("allot free          base 5_000", "allot free          base 4_000")
            .replace("records.upsert  costs 1 per 10", "records.upsert  costs 1 per 8");
    if (edited.equals(text)) {
      throw new IllegalStateException(file + " is not what is edited here");
    }
    Files.writeString(file, edited);
  }

  private void diff(String what, int size, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("-jar"));
    command.add(home.resolve("server/target/tollgate.jar").toString());
    command.add("diff");
    command.addAll(List.of(arguments));
    print(what, size, command);
  }

  private void lines(String what, int size, Path file) throws IOException, InterruptedException {
    String itself = System.getProperty("java.class.path");
    print(what, size, List.of("-cp", itself, LinesRead.class.getName(), file.toString()));
  }

  private void print(String what, int size, List<String> command)
      throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(List.of(Took.java(), MEMORY));
    whole.addAll(command);
    Took took = Took.by(whole, folder);
    System.out.printf(
        Locale.ROOT,
        "| %-34s | %,10d | %8.2f | %8.2f | %,10.0f | %,12.0f | %,8d |%n",
        what,
        size,
        took.wallSeconds(),
        took.cpuSeconds(),
        size / took.wallSeconds(),
        size / took.cpuSeconds(),
        took.peakMebibytes());
  }
}
