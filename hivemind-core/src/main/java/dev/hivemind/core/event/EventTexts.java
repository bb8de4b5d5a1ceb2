package dev.hivemind.core.event;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Approval;
import dev.hivemind.AgentEvent.Correction;
import dev.hivemind.AgentEvent.Edit;
import dev.hivemind.AgentEvent.Prompt;
import dev.hivemind.AgentEvent.Response;
import dev.hivemind.AgentEvent.Revert;
import dev.hivemind.AgentEvent.ToolCall;
import dev.hivemind.AgentEvent.ToolResult;
import dev.hivemind.AgentEvent.Unknown;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The free text of an event: what may be long, and what may hold a secret. Ids and names are not
 * text.
 */
public final class EventTexts {
  private static final int OVERHEAD = 400;
  private static final int NAME = 256;
  private static final String MARKER = " [cut by hivemind]";

  private EventTexts() {}

  /**
   * Returns whether nothing in the event is null and no id or name too long: its constructors are
   * public and check nothing.
   */
  public static boolean isWhole(AgentEvent event) {
    if (event instanceof ToolCall e) {
      return whole(e.session(), e.call(), e.tool(), e.arguments(), e.toolVersion())
          && brief(e.call(), e.tool(), e.toolVersion());
    }
    if (event instanceof ToolResult e) {
      return whole(e.session(), e.call(), e.status(), e.output()) && brief(e.call());
    }
    if (event instanceof Correction e) {
      return whole(e.session(), e.target(), e.text(), e.arguments(), e.answer())
          && brief(e.target());
    }
    if (event instanceof Approval e) {
      return whole(e.session(), e.call(), e.verdict(), e.reason(), e.arguments())
          && brief(e.call());
    }
    if (event instanceof Edit e) {
      return whole(e.session(), e.target(), e.before(), e.after());
    }
    if (event instanceof Prompt e) {
      return whole(e.session(), e.text());
    }
    if (event instanceof Response e) {
      return whole(e.session(), e.text());
    }
    if (event instanceof Revert e) {
      return whole(e.session(), e.target()) && brief(e.target());
    }
    if (event instanceof Unknown e) {
      return whole(e.session(), e.kind(), e.document()) && brief(e.kind());
    }
    return whole(event.session());
  }

  private static boolean whole(Object... parts) {
    return Arrays.stream(parts).allMatch(Objects::nonNull);
  }

  // Ids and names are neither cut nor counted with the texts.
  private static boolean brief(String... names) {
    return Arrays.stream(names).allMatch(name -> name.length() <= NAME);
  }

  /** Returns the event with every text replaced. */
  public static AgentEvent map(AgentEvent event, UnaryOperator<String> change) {
    if (event instanceof Prompt e) {
      return new Prompt(e.session(), change.apply(e.text()));
    }
    if (event instanceof ToolCall e) {
      return new ToolCall(
          e.session(), e.call(), e.tool(), change.apply(e.arguments()), e.toolVersion());
    }
    if (event instanceof ToolResult e) {
      return new ToolResult(e.session(), e.call(), e.status(), change.apply(e.output()));
    }
    if (event instanceof Response e) {
      return new Response(e.session(), change.apply(e.text()));
    }
    if (event instanceof Correction e) {
      return new Correction(
          e.session(),
          e.target(),
          change.apply(e.text()),
          change.apply(e.arguments()),
          change.apply(e.answer()));
    }
    if (event instanceof Approval e) {
      return new Approval(
          e.session(),
          e.call(),
          e.verdict(),
          change.apply(e.reason()),
          change.apply(e.arguments()));
    }
    if (event instanceof Edit e) {
      return new Edit(
          e.session(), change.apply(e.target()), change.apply(e.before()), change.apply(e.after()));
    }
    if (event instanceof Unknown e) {
      return new Unknown(e.session(), e.kind(), change.apply(e.document()));
    }
    return event;
  }

  /** Returns about how many bytes of memory the event takes. */
  public static long bytes(AgentEvent event) {
    long[] sum = {OVERHEAD};
    map(
        event,
        text -> {
          sum[0] += 2L * text.length();
          return text;
        });
    return sum[0];
  }

  /**
   * Returns the event with its texts cut so that all of them together have at most the given
   * characters.
   */
  public static AgentEvent cut(AgentEvent event, int characters) {
    long total = (bytes(event) - OVERHEAD) / 2;
    if (total <= characters) {
      return event;
    }
    return map(event, text -> cut(text, (int) ((long) text.length() * characters / total)));
  }

  /**
   * Returns the text cut to the given characters, marked, never inside a word when a blank is near,
   * never inside a code point.
   */
  static String cut(String text, int characters) {
    if (text.length() <= characters) {
      return text;
    }
    int end = Math.max(0, characters - MARKER.length());
    int blank = end;
    while (blank > 0 && end - blank < 256 && !Character.isWhitespace(text.charAt(blank))) {
      blank--;
    }
    if (end - blank < 256) {
      end = blank;
    } else if (Character.isLowSurrogate(text.charAt(end))) {
      end--;
    }
    return text.substring(0, end) + MARKER;
  }
}
