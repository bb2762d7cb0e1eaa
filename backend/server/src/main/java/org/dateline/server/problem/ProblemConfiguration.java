package org.dateline.server.problem;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

/** Problem details where Spring has no say. */
@Configuration
class ProblemConfiguration {

  @Bean
  NettyServerCustomizer problemsBeforeSpring(JsonMapper json) {
    return server ->
        server.doOnChannelInit(
            (observer, channel, address) ->
                channel
                    .pipeline()
                    .addAfter(
                        NettyPipeline.HttpCodec, "dateline.problems", new BareProblems(json)));
  }
}
