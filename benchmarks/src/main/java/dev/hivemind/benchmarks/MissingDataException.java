package dev.hivemind.benchmarks;

/** What should be measured on is not there, or is not in the shape that is described. */
final class MissingDataException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MissingDataException(String message) {
    super(message);
  }

  MissingDataException(String message, Throwable cause) {
    super(message, cause);
  }
}
