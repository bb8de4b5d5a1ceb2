package dev.hivemind.crash;

/** Four threads tell tales while the process is killed. */
class FourWritersCrashTest extends CrashRounds {
  FourWritersCrashTest() {
    super(4);
  }
}
