package dev.hivemind.langchain4j;

import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.invocation.InvocationContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The words of a person in a message. */
final class Words {
  private Words() {}

  /**
   * Returns the person's own words: the one text the service's method was given, without the
   * template it may have been put into; the whole message if there are several.
   */
  static String of(UserMessage message, InvocationContext invocation) {
    String whole = in(message);
    List<String> given =
        invocation.methodArguments().stream()
            .filter(one -> one instanceof CharSequence && !one.equals(invocation.chatMemoryId()))
            .map(Object::toString)
            .filter(one -> !one.isBlank() && whole.contains(one))
            .toList();
    return given.size() == 1 ? given.get(0) : whole;
  }

  static String in(UserMessage message) {
    return text(message.contents());
  }

  /** Returns the texts among contents, in lines. */
  static String text(List<Content> contents) {
    return contents.stream()
        .filter(TextContent.class::isInstance)
        .map(one -> Objects.requireNonNullElse(((TextContent) one).text(), ""))
        .collect(Collectors.joining("\n"));
  }
}
