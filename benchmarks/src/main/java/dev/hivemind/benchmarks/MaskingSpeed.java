package dev.hivemind.benchmarks;

import dev.hivemind.core.redact.PersonalRedactor;
import dev.hivemind.core.redact.SecretRedactor;
import dev.hivemind.spi.Redactor;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How long masking 2 KB takes, one thread, after warming up: texts of made-up words without a
 * secret, and the same with one, made at run time, in the middle. Seed 1.
 */
final class MaskingSpeed {
  private static final int LENGTH = 2_048;
  private static final int WORDS = 500;
  private static final int TEXTS = 4_000;
  private static final int WARM = 3;
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final Report report;
  private final SplittableRandom random = new SplittableRandom(1);
  private final MadeUpText words = new MadeUpText(new SplittableRandom(1));

  private MaskingSpeed(Report report) {
    this.report = report;
  }

  static void run(Report report) {
    new MaskingSpeed(report).run();
  }

  private void run() {
    Redactor secrets = new SecretRedactor();
    Redactor personal = new PersonalRedactor();
    String[] clean = new String[TEXTS];
    String[] secret = new String[TEXTS];
    Arrays.setAll(clean, i -> prose());
    Arrays.setAll(secret, i -> withSecret(clean[i]));
    measure("masking.secrets_clean", secrets, clean);
    measure("masking.secrets_hit", secrets, secret);
    measure("masking.personal_clean", personal, clean);
  }

  private String prose() {
    return words.words(WORDS).substring(0, LENGTH);
  }

  private String withSecret(String text) {
    StringBuilder token = new StringBuilder("gh").append("p_");
    for (int i = 0; i < 36; i++) {
      token.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.substring(0, LENGTH / 2)
        + " token="
        + token
        + " "
        + text.substring(LENGTH / 2 + 50);
  }

  private void measure(String metric, Redactor redactor, String[] texts) {
    double[] microseconds = {};
    for (int round = 0; round < WARM; round++) {
      microseconds = times(redactor, texts);
    }
    Arrays.sort(microseconds);
    figure(metric + "_p50_us", microseconds[TEXTS / 2]);
    figure(metric + "_p99_us", microseconds[TEXTS * 99 / 100]);
  }

  private static double[] times(Redactor redactor, String[] texts) {
    double[] microseconds = new double[texts.length];
    for (int i = 0; i < texts.length; i++) {
      long start = System.nanoTime();
      redactor.redact(texts[i]);
      microseconds[i] = (System.nanoTime() - start) / 1e3;
    }
    return microseconds;
  }

  private void figure(String metric, double value) {
    report.figure(metric, "2KB", new Estimate(value, TEXTS, value, value));
  }
}
