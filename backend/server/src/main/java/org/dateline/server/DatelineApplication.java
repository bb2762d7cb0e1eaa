package org.dateline.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Runs the command that the first word names; serves when there is none. */
@SpringBootApplication
public class DatelineApplication {

  /** Starts; options ({@code --server.port=9000}) are Spring's. */
  public static void main(String[] args) {
    SpringApplication.run(DatelineApplication.class, args);
  }
}
