package dev.hivemind.crash;

/** One thread tells tales while the process is killed. */
class OneWriterCrashTest extends CrashRounds {
  OneWriterCrashTest() {
    super(1);
  }
}
