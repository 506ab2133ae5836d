package dev.tollgate.server.command;

import dev.tollgate.engine.suite.Failure;
import dev.tollgate.engine.suite.TestResult;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What became of tests, as XML in the form of JUnit's reports: a suite for each file, a case for
 * each test, its class what the test is for.
 */
final class TestResultsJunit {

  private static final int MILLIS = 3;

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private TestResultsJunit() throws XMLStreamException {
    xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
  }

  static String of(List<TimedResult> results) {
    try {
      TestResultsJunit junit = new TestResultsJunit();
      junit.write(results);
      return junit.text.toString();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a text takes all that is written to it", impossible);
    }
  }

  private void write(List<TimedResult> results) throws XMLStreamException {
    Map<String, List<TimedResult>> files = new LinkedHashMap<>();
    for (TimedResult timed : results) {
      files.computeIfAbsent(timed.result().place().file(), file -> new ArrayList<>()).add(timed);
    }
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    counts("tollgate", results);
    for (Map.Entry<String, List<TimedResult>> file : files.entrySet()) {
      line(1);
      xml.writeStartElement("testsuite");
      counts(file.getKey(), file.getValue());
      for (TimedResult timed : file.getValue()) {
        testCase(timed);
      }
      line(1);
      xml.writeEndElement();
    }
    line(0);
    xml.writeEndElement();
    line(0);
  }

  private void counts(String name, List<TimedResult> results) throws XMLStreamException {
    long failures = results.stream().filter(timed -> !timed.result().passed()).count();
    Duration took = results.stream().map(TimedResult::took).reduce(Duration.ZERO, Duration::plus);
    attribute("name", name);
    attribute("tests", Integer.toString(results.size()));
    attribute("failures", Long.toString(failures));
    attribute("errors", "0");
    attribute("skipped", "0");
    attribute("time", seconds(took));
  }

  private void testCase(TimedResult timed) throws XMLStreamException {
    TestResult result = timed.result();
    line(2);
    xml.writeStartElement("testcase");
    attribute("name", result.name());
    attribute("classname", result.target());
    attribute("file", result.place().file());
    attribute("line", Integer.toString(result.place().line()));
    attribute("time", seconds(timed.took()));
    if (result.failure().isPresent()) {
      failure(result.failure().get());
      line(2);
    }
    xml.writeEndElement();
  }

  private void failure(Failure failure) throws XMLStreamException {
    line(3);
    xml.writeStartElement("failure");
    attribute("message", failure.expected() + " expected, but " + failure.actual());
    attribute("type", "expectation");
    xml.writeCharacters(printable("\n" + TestResultsText.why(failure)));
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, printable(value));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String seconds(Duration took) {
    return BigDecimal.valueOf(took.toMillis(), MILLIS).toPlainString();
  }

  /** XML has no place for most control characters, however they are written. */
  private static String printable(String text) {
    return text.codePoints()
        .map(point -> point < ' ' && "\t\n\r".indexOf(point) < 0 ? 0xFFFD : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
