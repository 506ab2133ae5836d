package dev.tollgate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws how cost grows: from each table that is kept a PNG beside it. */
final class Plots {

  private final Path folder;

  private Plots(Path folder) {
    this.folder = folder;
  }

  /**
   * @param arguments the folder of the tables
   */
  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Plots plots = new Plots(Path.of(arguments[0]));
    plots.draw("load", "accounts", table -> table.where("threads", "1"), "a second");
    plots.draw("load", "threads", table -> table.where("accounts", "1"), "a second");
    plots.draw("http", "threads", table -> table.where("calls", "1"), "a second");
    plots.draw("http", "calls", table -> table.where("threads", "2"), "a second");
    plots.draw("swap", "contracts", table -> table, "compile ms", "swap ms", "heap MiB");
    plots.draw("accounts", "accounts", table -> table, "bytes of each");
    plots.draw("diff", "size", table -> table, "wall s");
    plots.draw("lines", "lines", table -> table, "a second");
    plots.draw("sizes", "moments", table -> table, "nothing billed", "half is billed");
    plots.draw("accounts", "accounts", table -> table, "bytes of each");
    plots.draw("decisions", "accounts", table -> table, "ns");
    plots.draw("terms", "contracts", table -> table, "ns");
  }

  /**
   * A curve for each text in the first column, or, where that has the sizes, for each figure: those
   * of at least three sizes.
   */
  private void draw(String name, String x, UnaryOperator<Table> part, String... figures)
      throws IOException {
    Path kept = folder.resolve(name + ".txt");
    if (Files.notExists(kept)) {
      return;
    }
    Table table = part.apply(Table.read(kept));
    XYChart chart = new XYChartBuilder().width(900).height(450).xAxisTitle(x).build();
    chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.setTitle(name + ": " + String.join(", ", figures) + " by " + x);
    for (String figure : figures) {
      curves(table, x, figure)
          .forEach(
              (curve, rows) -> {
                Map<Double, Double> points = points(rows, x, figure);
                if (points.size() >= 3) {
                  chart.addSeries(
                      curve, List.copyOf(points.keySet()), List.copyOf(points.values()));
                }
              });
    }
    Path file = folder.resolve(name + "-" + x + ".png");
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapEncoder.BitmapFormat.PNG);
  }

  /** The last row of a size counts, which is the warmest; no logarithm shows a nothing. */
  private static Map<Double, Double> points(Table rows, String x, String figure) {
    List<Double> sizes = rows.numbers(x);
    List<Double> figures = rows.numbers(figure);
    Map<Double, Double> points = new TreeMap<>();
    for (int i = 0; i < sizes.size(); i++) {
      if (figures.get(i) > 0) {
        points.put(sizes.get(i), figures.get(i));
      }
    }
    return points;
  }

  private static Map<String, Table> curves(Table table, String x, String figure) {
    String first = table.columns().get(0);
    return first.equals(x)
        ? Map.of(figure, table)
        : table.texts(first).stream()
            .collect(Collectors.toMap(it -> it, it -> table.where(first, it)));
  }
}
