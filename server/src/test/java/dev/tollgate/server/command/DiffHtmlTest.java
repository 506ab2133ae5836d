package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tollgate.engine.RuleFolder;
import dev.tollgate.engine.compare.Change;
import dev.tollgate.engine.compare.PolicyDifference;
import dev.tollgate.engine.compare.Rational;
import dev.tollgate.engine.compare.Shift;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Policy;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page says what the difference says, in its charts too, and a browser shows it. */
class DiffHtmlTest {

  private static final Pattern MARK = Pattern.compile("([\\d_]+) \\w+, (before|after): ([\\d_]+)");
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void stand() {
    shell = Shell.in(folder);
    shell.write("old/crm.toll", policy(500, 10));
    shell.write("new/crm.toll", policy(400, 20));
  }

  private static String policy(int each, int records) {
    return """
    product crm  accept W433 "an example" {
      zone UTC
      unit credit, credits
      seat user, users
      fact region  one of eu, us, unless stated us
      edition free
      edition professional
      calls records.insert  with records up to 100

      quota credits in credits {
        per     account
        window  rolling 24 hours
        allot free  base 5_000
        allot professional  base 10_000 + %d per user  cap 500_000  when region is "eu"
        allot professional  base 9_000 + %d per user  when region is "us"
        call records.insert costs 1 per %d records
      }
    }
    """
        .formatted(each, each, records);
  }

  private String page(String... options) {
    List<String> words = new ArrayList<>(List.of("diff", "old", "new", "--format", "html"));
    words.addAll(List.of(options));
    Shell.Result result = shell.run(words.toArray(String[]::new));
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  private static Document parsed(String page) {
    Parser strict = Parser.htmlParser().setTrackErrors(100);
    Document document = Jsoup.parse(page, "", strict);
    assertThat(strict.getErrors()).isEmpty();
    return document;
  }

  private PolicyDifference difference() {
    return PolicyDifference.of(policy("old"), policy("new"));
  }

  private Policy policy(String name) {
    try {
      return RuleFolder.read(folder.resolve(name)).compile().policy().orElseThrow();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Test
  void everyChangeHasItsVerdictAndItsPlace() {
    Document document = parsed(page());
    PolicyDifference difference = difference();
    assertThat(document.select("section h2").eachText())
        .containsExactly(
            "crm.credits, allotment of professional, in credits",
            "crm.credits, cost of records.insert, in credits");
    assertThat(document.select("h1").text())
        .isEqualTo("Effect on accounts: " + DiffWords.of(difference.verdict()));
    document
        .select("a")
        .forEach(
            link ->
                assertThat(document.getElementById(link.attr("href").substring(1)))
                    .as(link.attr("href"))
                    .isNotNull());
  }

  /** The amounts of a change whose picture stands in a section, in order. */
  private static List<Shift> drawn(Change change) {
    return change instanceof Change.Amounts amounts
        ? amounts.shifts().stream().filter(shift -> shift.number().isPresent()).toList()
        : List.of();
  }

  @Test
  void everyMarkAndEveryPointOfAChartIsWhatTheDifferenceSays() {
    Document document = parsed(page());
    List<Change> changes = difference().changes();
    int charts = 0;
    for (int order = 0; order < changes.size(); order++) {
      List<Element> svgs = document.select("#change-" + (order + 1) + " svg");
      List<Shift> shifts = drawn(changes.get(order));
      assertThat(svgs).hasSameSizeAs(shifts);
      for (int each = 0; each < svgs.size(); each++) {
        check(svgs.get(each), shifts.get(each));
        charts++;
      }
    }
    assertThat(charts).isEqualTo(3);
  }

  private static void check(Element svg, Shift shift) {
    Attribute number = shift.number().orElseThrow();
    List<Element> marks = svg.select("circle");
    long ends =
        shift.segments().stream()
            .mapToLong(each -> each.isOpen() || each.from() == each.to() ? 1 : 2)
            .sum();
    assertThat(marks).hasSize((int) (2 * ends));
    double floor = numbers(svg.selectFirst("path.axis").attr("d")).get(2);
    double top = Double.parseDouble(svg.select("text").get(1).attr("y"));
    double most = plain(svg.select("text").get(1).text());
    for (Element mark : marks) {
      Matcher said = MARK.matcher(mark.text());
      assertThat(said.matches()).as(mark.text()).isTrue();
      assertThat(mark.className()).isEqualTo(said.group(2));
      Rational value = value(shift, said.group(2), number, (long) plain(said.group(1)));
      assertThat(plain(said.group(3))).isEqualTo(decimal(value));
      double drawn = (floor - Double.parseDouble(mark.attr("cy"))) / (floor - top) * most;
      assertThat(Math.abs(drawn - decimal(value))).isLessThan(most / 1_000);
    }
    double first = plain(svg.select("text").get(2).text());
    double last = plain(svg.select("text").get(3).text().split(" ")[0]);
    for (String side : List.of("before", "after")) {
      List<Double> points = numbers(svg.selectFirst("polyline." + side).attr("points"));
      double left = points.get(0);
      double right = points.get(points.size() - 2);
      for (int at = 0; at < points.size(); at += 2) {
        double x = first + (points.get(at) - left) / (right - left) * (last - first);
        double drawn = (floor - points.get(at + 1)) / (floor - top) * most;
        double below =
            decimal(value(shift, side, number, Math.max((long) first, (long) Math.floor(x - 3))));
        double above =
            decimal(value(shift, side, number, Math.min((long) last, (long) Math.ceil(x + 3))));
        assertThat(drawn).isBetween(below - most / 100, above + most / 100);
      }
    }
  }

  private static Rational value(Shift shift, String side, Attribute number, long at) {
    Map<Attribute, Long> numbers = Map.of(number, at);
    Optional<Rational> value = side.equals("before") ? shift.before(numbers) : shift.after(numbers);
    return value.orElseThrow();
  }

  private static double decimal(Rational value) {
    return value.toDecimal().doubleValue();
  }

  private static double plain(String written) {
    return Double.parseDouble(written.replace("_", ""));
  }

  private static List<Double> numbers(String text) {
    return Pattern.compile("[\\d.]+")
        .matcher(text)
        .results()
        .map(found -> Double.valueOf(found.group()))
        .toList();
  }

  @Test
  void thePageStandsAlone() {
    Document document = parsed(page());
    assertThat(document.select("script, link, img, iframe, object")).isEmpty();
    assertThat(document.select("[src], [onload], [onclick]")).isEmpty();
    assertThat(document.select("[href]").eachAttr("href")).allMatch(link -> link.startsWith("#"));
    assertThat(document.select("style").html()).doesNotContain("url(", "@import");
  }

  @Test
  void namesOfAccountsAreTextWhateverTheyAre() {
    String name = "<script>alert('x')</script>&amp;\"\"";
    shell.write(
        "accounts.csv",
        "product,account,edition,seats.user\ncrm,\"" + name + "\",professional,10\n");
    Document document = parsed(page("--accounts", "accounts.csv"));
    assertThat(document.select("script")).isEmpty();
    assertThat(document.select("td").eachText()).contains(name.replace("\"\"", "\""));
  }

  @Test
  void aBrowserShowsBothLines() throws Exception {
    Optional<String> browser = browser();
    assumeThat(browser).as("no Chromium is installed: %s", BROWSERS).isPresent();
    Path html = Files.writeString(folder.resolve("page.html"), page());
    Path picture = folder.resolve("page.png");
    Process process =
        new ProcessBuilder(
                browser.orElseThrow(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=1000,2000",
                "--screenshot=" + picture,
                html.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("browser.log").toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("the browser has ended").isTrue();
    BufferedImage image = ImageIO.read(picture.toFile());
    assertThat(pixels(image, 0x0969da)).as("pixels of the line after").isGreaterThan(300);
    assertThat(pixels(image, 0x9a6700)).as("pixels of the line before").isGreaterThan(200);
  }

  private static long pixels(BufferedImage image, int colour) {
    int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return Arrays.stream(all).filter(pixel -> (pixel & 0xffffff) == colour).count();
  }

  private static Optional<String> browser() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(place -> BROWSERS.stream().map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
