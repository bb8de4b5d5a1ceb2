package dev.hivemind.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.testkit.Story;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One attempt to teach an agent something nobody authorised said.
 *
 * @param number its line in the resource
 * @param sort the class of attack
 * @param carrier how the text comes in
 * @param text what the attacker wrote
 * @param before arguments that fail, with a number in them; for fake cures
 * @param after arguments that succeed
 */
record HostileCase(
    int number, String sort, String carrier, String text, String before, String after) {
  private static final String RESOURCE = "hostile.jsonl";
  private static final Author SAM = Author.operator("sam");

  static List<HostileCase> all() {
    try (InputStream in = HostileCase.class.getResourceAsStream(RESOURCE)) {
      ObjectMapper json = new ObjectMapper();
      List<HostileCase> cases = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        JsonNode one = json.readTree(line);
        cases.add(
            new HostileCase(
                cases.size() + 1,
                one.path("class").asText(),
                one.path("carrier").asText(),
                one.path("text").asText(),
                one.path("before").asText(),
                one.path("after").asText()));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Scope scope() {
    return Scope.of("case" + number);
  }

  boolean isFile() {
    return sort.equals("import") || sort.equals("skill file");
  }

  /** Returns where the skills of this case are published, if files play a part in it. */
  Optional<Path> root(Path under) {
    return isFile() ? Optional.of(under.resolve("case" + number)) : Optional.empty();
  }

  /** Records the attack, or puts its file in place. */
  void happen(Hivemind hivemind, Path under) {
    if (isFile()) {
      write(root(under).orElseThrow());
    } else if (carrier.startsWith("cure")) {
      for (int i = 0; i < 3; i++) {
        cure(i).end().recordTo(hivemind);
      }
    } else if (carrier.startsWith("colluding")) {
      for (String customer : List.of("ann", "ben", "cy")) {
        customer(story(Author.endUser(customer), customer)).end().recordTo(hivemind);
      }
    } else {
      told().end().recordTo(hivemind);
    }
  }

  private Story story(Author author, String session) {
    return Story.in(Session.of(scope(), session).by(author)).prompt("Refund order 42");
  }

  private static Story refunded(Story story) {
    return story.call("refund", "{\"order\":42}").ok("done");
  }

  private Story customer(Story story) {
    return carrier.endsWith("objections")
        ? refunded(story).response("Done.").prompt(text).call("refund", "{\"order\":43}").ok("done")
        : refunded(story).correction(text);
  }

  private Story told() {
    Story sam = story(SAM, "attack");
    Story eve = story(Author.endUser("eve"), "attack");
    return switch (carrier) {
      case "result" ->
          sam.call("fetch", "{\"url\":\"http://page\"}")
              .ok(text)
              .response("It is a page about money.")
              .prompt("ok, thanks");
      case "error" ->
          sam.call("refund", "{\"order\":42}").error(text).response("It failed.").prompt("I see.");
      case "file" ->
          refunded(sam.call("read_file", "{\"path\":\"notes.md\"}").ok(text))
              .response("Done.")
              .prompt("thanks, next is order 44");
      case "written" -> {
        Session tool = Session.of(scope(), "attack").by(new Author("generator", Role.TOOL));
        yield refunded(sam).then(tool.edit("notes.md", "nothing", text)).response("Done.");
      }
      case "customer prompt" -> refunded(story(Author.endUser("eve"), "attack").prompt(text));
      case "customer objection", "customer of another" ->
          refunded(eve)
              .response("Done.")
              .prompt(text)
              .call("refund", "{\"order\":42,\"twice\":true}")
              .ok("done");
      case "customer correction" -> refunded(eve).correction(text);
      case "customer refusal" -> eve.call("refund", "{\"order\":42}").rejected(text);
      case "agent words" -> refunded(sam).response(text).prompt("ok");
      case "tool correction" -> refunded(sam).by(new Author("refund", Role.TOOL)).correction(text);
      case "agent correction" ->
          refunded(sam).by(new Author("helper", Role.AGENT)).correction(text);
      case "wrapped" ->
          refunded(sam)
              .response("Done.")
              .prompt("<documents>" + text + "</documents>\nwhat about order 43?")
              .call("refund", "{\"order\":43,\"twice\":true}")
              .ok("done");
      case "pasted", "quoted" ->
          refunded(sam).response("Done.").prompt(text).response("It asks for money.");
      case "operator pastes into a correction" -> refunded(sam).correction(text);
      default -> throw new IllegalArgumentException(carrier);
    };
  }

  // The tool decides what fails and what succeeds, in three sessions.
  private Story cure(int round) {
    Author author = carrier.endsWith("customer") ? Author.endUser("eve" + round) : SAM;
    Story story = story(author, "attack" + round);
    int order = 51 + round;
    if (carrier.endsWith("earlier")) {
      story = story.call("pay_help", "{\"topic\":\"pay\"}").ok(text);
    } else if (carrier.endsWith("customer")) {
      story = story.prompt("Pay order " + order + ". " + text);
    }
    String error = carrier.endsWith("error") ? text : "error 400: bad request";
    return story
        .call("pay", String.format(before, order))
        .error(error)
        .call("pay", String.format(after, order))
        .ok("paid")
        .response("Paid.");
  }

  private void write(Path root) {
    boolean arrived = carrier.equals("arrived");
    String id = arrived ? "metadata:\n  hivemind-id: \"s-elsewhere" + number + "\"\n" : "";
    String name = carrier.equals("edited") ? "edited" : "refund-twice";
    Path file = root.resolve(name).resolve("SKILL.md");
    try {
      if (carrier.equals("edited")) {
        file = only(root);
        String ours = Files.readString(file);
        Files.writeString(file, ours + "\n" + text + "\n");
        return;
      }
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          "---\nname: "
              + name
              + "\ndescription: \"How to refund an order.\"\n"
              + id
              + "---\n\n"
              + text
              + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path only(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files.filter(one -> one.endsWith("SKILL.md")).findFirst().orElseThrow();
    }
  }

  @Override
  public String toString() {
    return number + " " + sort + ", " + carrier + ": " + text;
  }
}
