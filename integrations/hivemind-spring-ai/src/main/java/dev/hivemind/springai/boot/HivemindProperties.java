package dev.hivemind.springai.boot;

import dev.hivemind.Mode;
import dev.hivemind.Role;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code hivemind.*}.
 *
 * @param enabled whether there is a Hivemind at all
 * @param workspace scope of the lessons, such as {@code payments-service}; without it the
 *     environment variable HIVEMIND_WORKSPACE_ID
 * @param home directory of the database, the index and the published skills
 * @param users what a chat user's word may do, unless a SessionResolver says otherwise: a
 *     customer's (END_USER) teaches nobody else, an OPERATOR's becomes a lesson
 * @param mode whether lessons are shown (ON) or everything but that is done (SHADOW)
 * @param retention how long raw events are kept
 */
@ConfigurationProperties("hivemind")
public record HivemindProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("") String workspace,
    @DefaultValue(".hivemind") Path home,
    @DefaultValue("end-user") Role users,
    @DefaultValue("on") Mode mode,
    @DefaultValue("30d") Duration retention) {}
