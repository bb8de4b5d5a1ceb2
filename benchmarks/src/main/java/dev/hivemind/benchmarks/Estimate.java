package dev.hivemind.benchmarks;

/**
 * A figure with its 95% interval.
 *
 * @param value the figure
 * @param n how many cases it is of
 * @param low the interval's lower end
 * @param high its upper end
 */
record Estimate(double value, int n, double low, double high) {}
