package dev.hivemind.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;

/** Writes figures, a JSON object a line. */
final class Report {
  private static final double DIGITS = 1e5;

  private final ObjectMapper mapper = new ObjectMapper();
  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  /** Writes a figure with its interval. */
  void figure(String metric, String set, Estimate estimate) {
    ObjectNode line = mapper.createObjectNode();
    line.put("metric", metric).put("set", set).put("value", rounded(estimate.value()));
    line.put("n", estimate.n()).put("low", rounded(estimate.low()));
    line.put("high", rounded(estimate.high()));
    out.println(line);
  }

  /** Says how far things are, on standard error. */
  void progress(String what) {
    System.err.println("benchmarks: " + what);
  }

  private static double rounded(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }
}
