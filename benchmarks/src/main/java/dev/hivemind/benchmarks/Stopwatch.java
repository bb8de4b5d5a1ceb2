package dev.hivemind.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** Time since a moment, by the clock on the wall and of the processor. */
final class Stopwatch {
  private static final double NANOS = 1e3;

  private final LongSupplier cpu;
  private final long cpuStart;
  private final long wallStart;

  private Stopwatch(LongSupplier cpu) {
    this.cpu = cpu;
    this.wallStart = System.nanoTime();
    this.cpuStart = cpu.getAsLong();
  }

  /** Starts one that counts what the current thread does. */
  static Stopwatch ofThread() {
    return new Stopwatch(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
  }

  /** Starts one that counts what the whole process does, the compiler and the collector too. */
  static Stopwatch ofProcess() {
    return new Stopwatch(
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getProcessCpuTime);
  }

  double wallMicroseconds() {
    return (System.nanoTime() - wallStart) / NANOS;
  }

  double cpuMicroseconds() {
    return (cpu.getAsLong() - cpuStart) / NANOS;
  }
}
