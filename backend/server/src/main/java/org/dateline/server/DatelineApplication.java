package org.dateline.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class DatelineApplication {

  /** Runs the command that the first word names; serves when there is none. */
  public static void main(String[] args) {
    SpringApplication.run(DatelineApplication.class, args);
  }
}
