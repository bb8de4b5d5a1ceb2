package dev.hivemind.springai.boot;

import dev.hivemind.Hivemind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows the Hivemind to whoever runs the application, where Spring Boot's actuator is there. */
@AutoConfiguration(after = HivemindAutoConfiguration.class)
@ConditionalOnBean(HivemindWorkspace.class)
public class HivemindActuatorAutoConfiguration {
  /** For Spring. */
  public HivemindActuatorAutoConfiguration() {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
  static class EndpointConfiguration {
    @Bean
    @ConditionalOnAvailableEndpoint
    @ConditionalOnMissingBean
    HivemindEndpoint hivemindEndpoint(Hivemind hivemind, HivemindWorkspace workspace) {
      return new HivemindEndpoint(hivemind, workspace.scope());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
  @ConditionalOnEnabledHealthIndicator("hivemind")
  static class HealthConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "hivemindHealthIndicator")
    HealthIndicator hivemindHealthIndicator(
        Hivemind hivemind, HivemindWorkspace workspace, ObjectProvider<Opening> opening) {
      String problem =
          opening.stream().findFirst().map(Opening::problem).orElse(workspace.problem());
      return new HivemindHealth(workspace.orNone(hivemind), problem);
    }
  }
}
