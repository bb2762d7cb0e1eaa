package org.dateline.server.cql2;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.dateline.server.cql2.Tokens.Kind;
import org.dateline.server.cql2.Tokens.Token;
import org.dateline.server.notation.Decimal;
import org.dateline.server.notation.WellKnownText;

/**
 * Reads CQL2 text by recursive descent, one method for each level of the grammar. Brackets mean a
 * condition, a sum or a list, which only what follows tells: one method reads all, and the compiler
 * says what does not fit.
 */
final class TextParser {

  private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", "<=", ">", ">=");
  private static final Set<String> GEOMETRIES =
      Set.of(
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection");

  /** Words that are no names of properties unless they stand in quotation marks. */
  private static final Set<String> KEYWORDS =
      Set.of("and", "or", "not", "like", "between", "in", "is", "null", "true", "false", "div");

  private final Tokens tokens;
  private final Parsed.Places places = new Parsed.Places();
  private int depth;

  private TextParser(String filter) {
    this.tokens = new Tokens(filter);
  }

  /** Reads a filter. */
  static Parsed parse(String filter) {
    Parsed.checkLength(filter);
    TextParser parser = new TextParser(filter);
    Node root = parser.condition();
    Token rest = parser.tokens.peek();
    if (rest.kind() != Kind.END) {
      throw wrong(rest, "a comparison, AND, OR or the end");
    }
    return parser.places.root(root);
  }

  private Node condition() {
    return chain("or", () -> chain("and", this::negation));
  }

  private interface Level {
    Node read();
  }

  private Node chain(String word, Level level) {
    Token start = tokens.peek();
    List<Node> terms = new ArrayList<>();
    terms.add(level.read());
    while (tokens.peek().isWord(word)) {
      tokens.take();
      terms.add(level.read());
    }
    return terms.size() == 1 ? terms.get(0) : node(start, word, terms);
  }

  private Node negation() {
    Token start = tokens.peek();
    if (!start.isWord("not")) {
      return comparison();
    }
    tokens.take();
    return deeper(start, () -> node(start, "not", List.of(negation())));
  }

  private Node comparison() {
    Token start = tokens.peek();
    Node left = sum();
    Token operator = tokens.peek();
    if (operator.kind() == Kind.SIGN && COMPARISONS.contains(operator.text())) {
      tokens.take();
      return node(start, operator.text(), List.of(left, sum()));
    }
    if (operator.isWord("is")) {
      tokens.take();
      boolean not = takeIf("not");
      word("null");
      return unless(not, start, node(start, "isNull", List.of(left)));
    }
    boolean not = takeIf("not");
    Token word = tokens.peek();
    if (word.isWord("like")) {
      tokens.take();
      return unless(not, start, node(start, "like", List.of(left, sum())));
    }
    if (word.isWord("between")) {
      tokens.take();
      Node least = sum();
      word("and");
      return unless(not, start, node(start, "between", List.of(left, least, sum())));
    }
    if (word.isWord("in")) {
      tokens.take();
      Token bracket = sign("(");
      Node list = places.at(bracket.place(), new Node.Array(elements()));
      return unless(not, start, node(start, "in", List.of(left, list)));
    }
    if (not) {
      throw wrong(word, "LIKE, BETWEEN or IN");
    }
    return left;
  }

  private Node unless(boolean not, Token start, Node condition) {
    return not ? node(start, "not", List.of(condition)) : condition;
  }

  private Node sum() {
    Token start = tokens.peek();
    Node sum = product();
    while (tokens.peek().is("+") || tokens.peek().is("-")) {
      sum = node(start, tokens.take().text(), List.of(sum, product()));
    }
    return sum;
  }

  private Node product() {
    Token start = tokens.peek();
    Node product = power();
    while (true) {
      Token sign = tokens.peek();
      if (sign.is("*") || sign.is("/") || sign.is("%") || sign.isWord("div")) {
        tokens.take();
        String op = sign.text().toLowerCase(Locale.ROOT);
        product = node(start, op, List.of(product, power()));
      } else {
        return product;
      }
    }
  }

  private Node power() {
    Token start = tokens.peek();
    Node base = factor();
    if (!tokens.peek().is("^")) {
      return base;
    }
    tokens.take();
    return node(start, "^", List.of(base, factor()));
  }

  private Node factor() {
    Token start = tokens.peek();
    if (!start.is("-")) {
      return primary();
    }
    tokens.take();
    Node operand = deeper(start, this::factor);
    return operand instanceof Node.Numeric number
        ? places.at(start.place(), new Node.Numeric(number.value().negate()))
        : node(start, "*", List.of(places.at(start.place(), minusOne()), operand));
  }

  private static Node minusOne() {
    return new Node.Numeric(BigDecimal.ONE.negate());
  }

  private Node primary() {
    Token start = tokens.take();
    return switch (start.kind()) {
      case TEXT -> places.at(start.place(), new Node.Text(start.text()));
      case NUMBER ->
          places.at(
              start.place(), new Node.Numeric(Objects.requireNonNull(Decimal.parse(start.text()))));
      case QUOTED_NAME -> places.at(start.place(), new Node.Property(start.text()));
      case NAME -> name(start);
      case SIGN -> brackets(start);
      case END -> throw wrong(start, "a value, a property or a condition");
    };
  }

  private Node brackets(Token start) {
    if (!start.is("(")) {
      throw wrong(start, "a value, a property or a condition");
    }
    return deeper(
        start,
        () -> {
          if (tokens.peek().is(")")) {
            tokens.take();
            return places.at(start.place(), new Node.Array(List.of()));
          }
          Node first = condition();
          if (tokens.peek().is(")")) {
            tokens.take();
            return first;
          }
          List<Node> elements = new ArrayList<>(List.of(first));
          sign(",");
          elements.addAll(elements());
          return places.at(start.place(), new Node.Array(List.copyOf(elements)));
        });
  }

  private Node name(Token start) {
    String word = start.text().toLowerCase(Locale.ROOT);
    if (word.equals("true") || word.equals("false")) {
      return places.at(start.place(), new Node.Truth(word.equals("true")));
    }
    if (KEYWORDS.contains(word)) {
      throw wrong(start, "a value, a property or a condition");
    }
    if (GEOMETRIES.contains(word)
        && (tokens.peek().is("(") || tokens.peek().isWord("z") || tokens.peek().isWord("empty"))) {
      return geometry(start);
    }
    if (!tokens.peek().is("(")) {
      return places.at(start.place(), new Node.Property(start.text()));
    }
    tokens.take();
    return deeper(start, () -> function(start, word));
  }

  private Node function(Token start, String word) {
    return switch (word) {
      case "date" -> places.at(start.place(), Literals.day(onlyText(), start.place()));
      case "timestamp" -> places.at(start.place(), Literals.moment(onlyText(), start.place()));
      case "interval" -> {
        Node from = end();
        sign(",");
        Node to = end();
        sign(")");
        yield places.at(start.place(), new Node.Interval(from, to));
      }
      case "bbox" -> places.at(start.place(), Literals.box(numbers(), start.place()));
      default -> {
        boolean standard =
            word.startsWith("t_")
                || Literals.SPATIAL.contains(word)
                || Literals.ARRAY.contains(word)
                || Literals.SPELLING.contains(word);
        List<Node> args = Literals.ARRAY.contains(word) ? lists() : arguments();
        yield node(start, standard ? word : start.text(), args);
      }
    };
  }

  private String onlyText() {
    Token text = tokens.take();
    if (text.kind() != Kind.TEXT) {
      throw wrong(text, "a text in single quotation marks");
    }
    sign(")");
    return text.text();
  }

  private Node end() {
    Token end = tokens.peek();
    if (end.kind() == Kind.TEXT) {
      tokens.take();
      return places.at(end.place(), Literals.end(end.text(), end.place()));
    }
    return sum();
  }

  private List<Double> numbers() {
    List<Double> numbers = new ArrayList<>();
    while (true) {
      boolean minus = tokens.peek().is("-");
      if (minus) {
        tokens.take();
      }
      Token number = tokens.take();
      if (number.kind() != Kind.NUMBER) {
        throw wrong(number, "a number");
      }
      numbers.add((minus ? -1 : 1) * Double.parseDouble(number.text()));
      Token sign = tokens.take();
      if (sign.is(")")) {
        return numbers;
      }
      if (!sign.is(",")) {
        throw wrong(sign, ", or )");
      }
    }
  }

  /** Reads the elements of a list up to its closing bracket; at least one. */
  private List<Node> elements() {
    List<Node> elements = new ArrayList<>();
    while (true) {
      elements.add(condition());
      Token sign = tokens.take();
      if (sign.is(")")) {
        return List.copyOf(elements);
      }
      if (!sign.is(",")) {
        throw wrong(sign, ", or )");
      }
    }
  }

  private List<Node> arguments() {
    if (tokens.peek().is(")")) {
      tokens.take();
      return List.of();
    }
    return elements();
  }

  /** Reads the arguments of a function of lists, where one value in brackets is a list too. */
  private List<Node> lists() {
    List<Node> lists = new ArrayList<>();
    for (Node list : arguments()) {
      lists.add(
          list instanceof Node.Property
                  || list instanceof Node.Array
                  || list instanceof Node.Operation
              ? list
              : places.at(tokens.peek().place(), new Node.Array(List.of(list))));
    }
    return List.copyOf(lists);
  }

  private Node geometry(Token start) {
    StringBuilder wkt = new StringBuilder(start.text());
    while (tokens.peek().kind() == Kind.NAME) {
      boolean empty = tokens.peek().isWord("empty");
      wkt.append(' ').append(tokens.take().text());
      if (empty) {
        return shape(start, wkt.toString());
      }
    }
    if (!tokens.peek().is("(")) {
      throw wrong(tokens.peek(), "(");
    }
    return shape(start, wkt + " " + tokens.takeBrackets(WellKnownText.DEEPEST));
  }

  private Node shape(Token start, String wkt) {
    try {
      return places.at(start.place(), new Node.Shape(WellKnownText.read(wkt)));
    } catch (IllegalArgumentException e) {
      throw new InvalidFilterException(
          "This is no geometry: " + e.getMessage(),
          start.place(),
          "For example POINT(-8 12.6) or POLYGON((0 0, 10 0, 10 10, 0 0)): longitude, latitude.");
    }
  }

  private Node node(Token start, String op, List<Node> args) {
    return places.at(start.place(), new Node.Operation(op, List.copyOf(args)));
  }

  private Node deeper(Token start, Level level) {
    if (++depth > Parsed.DEEPEST) {
      throw Parsed.tooDeep(start.place());
    }
    Node node = level.read();
    depth--;
    return node;
  }

  private boolean takeIf(String word) {
    boolean there = tokens.peek().isWord(word);
    if (there) {
      tokens.take();
    }
    return there;
  }

  private void word(String expected) {
    Token token = tokens.take();
    if (!token.isWord(expected)) {
      throw wrong(token, expected.toUpperCase(Locale.ROOT));
    }
  }

  private Token sign(String expected) {
    Token token = tokens.take();
    if (!token.is(expected)) {
      throw wrong(token, expected);
    }
    return token;
  }

  private static InvalidFilterException wrong(Token token, String expected) {
    String found =
        token.kind() == Kind.END ? "The filter ends here" : "Here stands \"" + token.text() + '"';
    return new InvalidFilterException(
        found + ", where " + expected + " is expected.",
        token.place(),
        "A name that is also a word of CQL2 stands in double quotation marks.");
  }
}
