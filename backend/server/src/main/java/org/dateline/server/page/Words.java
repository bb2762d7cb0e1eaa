package org.dateline.server.page;

/** Numbers in words of the page. */
final class Words {

  private Words() {}

  static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
