package dev.hivemind.springai.boot;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindListener;
import dev.hivemind.PromotionPolicy;
import dev.hivemind.Role;
import dev.hivemind.spi.EmbeddingModel;
import dev.hivemind.spi.TextModel;
import dev.hivemind.springai.HivemindSpringAi;
import dev.hivemind.springai.SessionResolver;
import org.springframework.ai.chat.client.ChatClientBuilderCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Opens a Hivemind, closes it with the context, and switches it on for every {@code
 * ChatClient.Builder} that Spring Boot makes. A {@link Hivemind}, a {@link HivemindSpringAi} or a
 * {@link SessionResolver} of the host's takes the place of the one here; a {@link TextModel}, an
 * {@link EmbeddingModel}, a {@link PromotionPolicy}, {@link HivemindListener}s and {@link
 * HivemindBuilderCustomizer}s of the host's are given to the builder.
 */
@AutoConfiguration
@ConditionalOnClass(ChatClientBuilderCustomizer.class)
@ConditionalOnProperty(name = "hivemind.enabled", matchIfMissing = true)
@EnableConfigurationProperties(HivemindProperties.class)
public class HivemindAutoConfiguration {
  /** For Spring. */
  public HivemindAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  HivemindWorkspace hivemindWorkspace(HivemindProperties properties, Environment environment) {
    return HivemindWorkspace.of(
        properties.workspace().isBlank()
            ? environment.getProperty("HIVEMIND_WORKSPACE_ID", "")
            : properties.workspace());
  }

  @Bean
  @ConditionalOnMissingBean({Opening.class, Hivemind.class})
  Opening hivemindOpening(
      HivemindProperties properties,
      HivemindWorkspace workspace,
      ObjectProvider<TextModel> text,
      ObjectProvider<EmbeddingModel> embedding,
      ObjectProvider<PromotionPolicy> promotion,
      ObjectProvider<HivemindListener> listeners,
      ObjectProvider<HivemindBuilderCustomizer> customizers) {
    return Opening.of(
        workspace,
        builder -> {
          builder.home(properties.home()).mode(properties.mode()).retention(properties.retention());
          text.ifAvailable(builder::textModel);
          embedding.ifAvailable(builder::embeddingModel);
          promotion.ifAvailable(builder::promotion);
          listeners.orderedStream().forEach(builder::listener);
          customizers.orderedStream().forEach(one -> one.customize(builder));
        });
  }

  @Bean
  @ConditionalOnMissingBean
  Hivemind hivemind(Opening opening) {
    return opening.hivemind();
  }

  @Bean
  @ConditionalOnMissingBean
  SessionResolver hivemindSessionResolver(HivemindProperties properties) {
    Role role = properties.users();
    return (session, request) -> session.by(new Author(session.author().id(), role));
  }

  @Bean
  @ConditionalOnMissingBean
  HivemindSpringAi hivemindSpringAi(
      Hivemind hivemind, HivemindWorkspace workspace, SessionResolver sessions) {
    return HivemindSpringAi.of(workspace.orNone(hivemind), workspace.scope()).sessions(sessions);
  }

  @Bean
  ChatClientBuilderCustomizer hivemindChatClientBuilderCustomizer(HivemindSpringAi memory) {
    return builder -> builder.defaultAdvisors(memory.advisors());
  }
}
