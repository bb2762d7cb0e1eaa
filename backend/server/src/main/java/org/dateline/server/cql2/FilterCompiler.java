package org.dateline.server.cql2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dateline.server.collection.Attribute;
import org.dateline.server.collection.CollectionSchema;
import org.dateline.server.collection.PropertySchema;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.opengis.filter.Filter;
import org.opengis.filter.FilterFactory2;
import org.opengis.filter.expression.Expression;

/**
 * Makes a GeoTools filter of a tree, for one collection.
 *
 * <p>CQL2 knows a third truth value besides true and false: of a value that is not there nothing is
 * true, and neither is its opposite. GeoTools knows only two. So negations are carried down to the
 * single comparisons, and each is made in the form that holds only where its values are there; a
 * filter of ANDs and ORs over those takes exactly what CQL2 says.
 */
final class FilterCompiler {

  /** What an operand is. */
  private enum Kind {
    TEXT("a text"),
    NUMBER("a number"),
    TRUTH("true or false"),
    DAY("a day"),
    MOMENT("a moment"),
    INTERVAL("an interval"),
    GEOMETRY("a geometry"),
    LIST("a list"),
    OBJECT("an object"),
    /** A property whose values are of several types. */
    ANY("a value of any type");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    boolean isTime() {
      return this == DAY || this == MOMENT || this == INTERVAL;
    }
  }

  private record Operand(Node node, Expression expression, Kind kind, boolean literal) {

    Operand as(Kind other, Expression made) {
      return new Operand(node, made, other, literal);
    }
  }

  private static final FilterFactory2 FILTERS = CommonFactoryFinder.getFilterFactory2();
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static final Map<String, DoubleBinaryOperator> ARITHMETIC =
      Map.of(
          "+", Double::sum,
          "-", (a, b) -> a - b,
          "*", (a, b) -> a * b,
          "/", (a, b) -> a / b,
          "%", (a, b) -> a % b,
          "div", (a, b) -> Math.rint((a - a % b) / b),
          "^", Math::pow);

  private static final Map<String, String> OPPOSITES =
      Map.of("=", "<>", "<>", "=", "<", ">=", ">=", "<", ">", "<=", "<=", ">");

  private static final Map<String, UnaryOperator<String>> SPELLING =
      Map.of("casei", Texts::foldCase, "accenti", Texts::foldAccents);

  private static final Set<String> OTHERS =
      Set.of("and", "or", "not", "like", "between", "in", "isnull");

  private final Parsed parsed;
  private final CollectionSchema schema;
  private final UnaryOperator<Geometry> toLonLat;

  private FilterCompiler(Parsed parsed, CollectionSchema schema, UnaryOperator<Geometry> toLonLat) {
    this.parsed = parsed;
    this.schema = schema;
    this.toLonLat = toLonLat;
  }

  static Filter compile(Parsed parsed, CollectionSchema schema, UnaryOperator<Geometry> toLonLat) {
    return new FilterCompiler(parsed, schema, toLonLat).condition(parsed.root(), false);
  }

  /** Tells whether an operator's name, in small letters, is CQL2's own. */
  static boolean isStandard(String op) {
    return Stream.of(ARITHMETIC, OPPOSITES, SPELLING, Period.RELATIONS, Lists.RELATIONS)
            .anyMatch(known -> known.containsKey(op))
        || Literals.SPATIAL.contains(op)
        || OTHERS.contains(op);
  }

  private Filter condition(Node node, boolean not) {
    if (node instanceof Node.Truth truth) {
      return truth.value() != not ? Filter.INCLUDE : Filter.EXCLUDE;
    }
    if (!(node instanceof Node.Operation operation)) {
      throw parsed.wrong(
          node, "Here a condition is expected.", "Compare it with something: name = 'Gao'.");
    }
    String op = operation.op();
    List<Node> args = operation.args();
    switch (op) {
      case "and", "or" -> {
        if (args.size() < 2) {
          throw parsed.wrong(node, "\"" + op + "\" joins two conditions or more.", "");
        }
        List<Filter> all = args.stream().map(arg -> condition(arg, not)).toList();
        return op.equals("and") != not ? FILTERS.and(all) : FILTERS.or(all);
      }
      case "not" -> {
        return condition(arguments(operation, 1).get(0), !not);
      }
      case "isNull" -> {
        Filter isNull = FILTERS.isNull(operand(arguments(operation, 1).get(0)).expression());
        return not ? FILTERS.not(isNull) : isNull;
      }
      case "like" -> {
        Operand text = text(operand(arguments(operation, 2).get(0)));
        Operand pattern = text(operand(args.get(1)));
        return holds(
            new Call(
                op,
                List.of(text.expression(), pattern.expression()),
                values -> Texts.like((String) values[0], (String) values[1])),
            not);
      }
      case "between" -> {
        arguments(operation, 3);
        Operand value = operand(args.get(0));
        Filter least = comparison(node, not ? "<" : ">=", value, operand(args.get(1)));
        Filter most = comparison(node, not ? ">" : "<=", value, operand(args.get(2)));
        return not ? FILTERS.or(least, most) : FILTERS.and(least, most);
      }
      case "in" -> {
        return in(operation, not);
      }
      default -> {
        return predicate(operation, not);
      }
    }
  }

  private Filter in(Node.Operation operation, boolean not) {
    Operand value = operand(arguments(operation, 2).get(0));
    if (!(operation.args().get(1) instanceof Node.Array list) || list.elements().isEmpty()) {
      throw parsed.wrong(operation, "\"in\" needs a list of values.", "name IN ('Gao', 'Kidal')");
    }
    List<Filter> each =
        list.elements().stream()
            .map(one -> comparison(operation, not ? "<>" : "=", value, operand(one)))
            .toList();
    if (each.size() == 1) {
      return each.get(0);
    }
    return not ? FILTERS.and(each) : FILTERS.or(each);
  }

  private Filter predicate(Node.Operation operation, boolean not) {
    String op = operation.op();
    String opposite = OPPOSITES.get(op);
    if (opposite != null) {
      List<Node> args = arguments(operation, 2);
      return comparison(operation, not ? opposite : op, operand(args.get(0)), operand(args.get(1)));
    }
    if (Literals.SPATIAL.contains(op)) {
      return spatial(operation, not);
    }
    Period.Relation relation = Period.RELATIONS.get(op);
    if (relation != null) {
      List<Node> args = arguments(operation, 2);
      return holds(
          temporal(op, relation, time(operand(args.get(0))), time(operand(args.get(1)))), not);
    }
    var lists = Lists.RELATIONS.get(op);
    if (lists != null) {
      List<Node> args = arguments(operation, 2);
      Call call =
          new Call(
              op,
              List.of(
                  of(Kind.LIST, operand(args.get(0))).expression(),
                  of(Kind.LIST, operand(args.get(1))).expression()),
              values ->
                  lists.test(
                      Lists.elements((Collection<?>) values[0]),
                      Lists.elements((Collection<?>) values[1])));
      return holds(call, not);
    }
    if (ARITHMETIC.containsKey(op) || SPELLING.containsKey(op)) {
      throw parsed.wrong(
          operation, "\"" + op + "\" makes a value, no condition.", "Compare it with something.");
    }
    throw unknown(operation);
  }

  private Filter spatial(Node.Operation operation, boolean not) {
    List<Node> args = arguments(operation, 2);
    boolean disjoint = operation.op().equals("s_disjoint");
    String relation = disjoint ? "s_intersects" : operation.op();
    Operand first = of(Kind.GEOMETRY, operand(args.get(0)));
    Operand second = of(Kind.GEOMETRY, operand(args.get(1)));
    Filter filter =
        Objects.requireNonNull(SpatialRelation.BY_NAME.get(relation))
            .apply(first.expression(), second.expression());
    return there(not != disjoint ? FILTERS.not(filter) : filter, first, second);
  }

  private InvalidFilterException unknown(Node.Operation operation) {
    return parsed.wrong(
        operation,
        "There is no function \"" + operation.op() + "\".",
        "There are casei and accenti, and those of space (s_intersects ...), time (t_after ...)"
            + " and lists (a_contains ...).");
  }

  private List<Node> arguments(Node.Operation operation, int count) {
    if (operation.args().size() != count) {
      throw parsed.wrong(
          operation,
          "\""
              + operation.op()
              + "\" takes "
              + count
              + " operands, not "
              + operation.args().size()
              + ".",
          "");
    }
    return operation.args();
  }

  /** A filter that holds where a call makes true; negated, where it makes false. */
  private static Filter holds(Call call, boolean not) {
    return FILTERS.equals(call, FILTERS.literal(!not));
  }

  /** A filter that holds only where its operands are there. */
  private static Filter there(Filter filter, Operand... operands) {
    List<Filter> all = new ArrayList<>();
    for (Operand operand : operands) {
      if (!operand.literal()) {
        all.add(FILTERS.not(FILTERS.isNull(operand.expression())));
      }
    }
    all.add(filter);
    return all.size() == 1 ? filter : FILTERS.and(all);
  }

  private Filter comparison(Node node, String op, Operand left, Operand right) {
    if (left.kind() == Kind.ANY && right.kind() != Kind.ANY) {
      return comparison(node, op, of(right.kind(), left), right);
    }
    if (right.kind() == Kind.ANY && left.kind() != Kind.ANY) {
      return comparison(node, op, left, of(left.kind(), right));
    }
    boolean time = left.kind().isTime() || right.kind().isTime();
    if (time && left.kind() != right.kind()) {
      return timeComparison(op, time(left), time(right));
    }
    boolean comparable =
        left.kind() == right.kind()
            && switch (left.kind()) {
              case TEXT, NUMBER, DAY, MOMENT -> true;
              case TRUTH, ANY -> op.equals("=") || op.equals("<>");
              case INTERVAL, GEOMETRY, LIST, OBJECT -> false;
            };
    if (!comparable) {
      throw parsed.wrong(
          node,
          "\""
              + op
              + "\" cannot compare "
              + left.kind().words
              + " with "
              + right.kind().words
              + ".",
          "Texts stand in single quotation marks, numbers in none; days are DATE('2022-04-16').");
    }
    Expression a = left.expression();
    Expression b = right.expression();
    return switch (op) {
      // GeoTools takes two values that are not there for equal.
      case "=" -> there(FILTERS.equals(a, b), left.literal() ? right : left);
      case "<>" -> there(FILTERS.not(FILTERS.equals(a, b)), left, right);
      case "<" -> FILTERS.less(a, b);
      case "<=" -> FILTERS.lessOrEqual(a, b);
      case ">" -> FILTERS.greater(a, b);
      default -> FILTERS.greaterOrEqual(a, b);
    };
  }

  /** A day beside a moment lasts from its first moment to its last one. */
  private static Filter timeComparison(String op, Operand left, Operand right) {
    return switch (op) {
      case "=" -> holds(temporal("t_intersects", left, right), false);
      case "<>" -> holds(temporal("t_intersects", left, right), true);
      case "<" -> holds(temporal("t_before", left, right), false);
      case ">=" -> holds(temporal("t_before", left, right), true);
      case ">" -> holds(temporal("t_after", left, right), false);
      default -> holds(temporal("t_after", left, right), true);
    };
  }

  private static Call temporal(String op, Operand first, Operand second) {
    return temporal(op, Objects.requireNonNull(Period.RELATIONS.get(op)), first, second);
  }

  private static Call temporal(String op, Period.Relation relation, Operand first, Operand second) {
    return new Call(
        op,
        List.of(first.expression(), second.expression()),
        values -> Period.of(values[0]).is(relation, Period.of(values[1])));
  }

  private Operand time(Operand operand) {
    if (operand.kind().isTime()) {
      return operand;
    }
    if ((operand.kind() == Kind.TEXT || operand.kind() == Kind.ANY) && !operand.literal()) {
      Call read =
          new Call(
              "time",
              List.of(operand.expression()),
              values -> {
                Object value = Period.read(values[0]);
                return value instanceof LocalDate || value instanceof Instant ? value : null;
              });
      return operand.as(Kind.INTERVAL, read);
    }
    throw mismatch(operand, "a day, a moment or an interval");
  }

  private Operand text(Operand operand) {
    return of(Kind.TEXT, operand);
  }

  /** Returns an operand of a kind; of a property of any type the values of that kind only. */
  private Operand of(Kind kind, Operand operand) {
    if (operand.kind() == kind) {
      return operand;
    }
    if (operand.kind() != Kind.ANY) {
      throw mismatch(operand, kind.words);
    }
    if (kind.isTime()) {
      return time(operand);
    }
    Class<?> type =
        switch (kind) {
          case TEXT -> String.class;
          case NUMBER -> Number.class;
          case TRUTH -> Boolean.class;
          case LIST -> Collection.class;
          default -> Geometry.class;
        };
    return operand.as(
        kind,
        new Call(
            "only",
            List.of(operand.expression()),
            values -> type.isInstance(values[0]) ? values[0] : null));
  }

  private InvalidFilterException mismatch(Operand operand, String expected) {
    return parsed.wrong(
        operand.node(),
        "Here " + expected + " is expected, and this is " + operand.kind().words + ".",
        "The types stand in the collection's queryables.");
  }

  private Operand operand(Node node) {
    if (node instanceof Node.Property property) {
      return property(property);
    }
    if (node instanceof Node.Text text) {
      return literal(node, Kind.TEXT, text.value());
    }
    if (node instanceof Node.Numeric number) {
      return literal(node, Kind.NUMBER, number(number.value()));
    }
    if (node instanceof Node.Truth truth) {
      return literal(node, Kind.TRUTH, truth.value());
    }
    if (node instanceof Node.Day day) {
      return literal(node, Kind.DAY, day.value());
    }
    if (node instanceof Node.Moment moment) {
      return literal(node, Kind.MOMENT, moment.value());
    }
    if (node instanceof Node.Interval interval) {
      return interval(interval);
    }
    if (node instanceof Node.Shape shape) {
      return literal(node, Kind.GEOMETRY, checked(node, shape.value()));
    }
    if (node instanceof Node.Box box) {
      return literal(node, Kind.GEOMETRY, checked(node, rectangle(box)));
    }
    if (node instanceof Node.Array array) {
      List<Expression> elements =
          array.elements().stream().map(element -> operand(element).expression()).toList();
      return new Operand(node, new Call("list", elements, List::of), Kind.LIST, false);
    }
    if (node instanceof Node.Operation operation) {
      return value(operation);
    }
    throw parsed.wrong(node, "An open end stands in an interval only.", "");
  }

  private static Operand literal(Node node, Kind kind, Object value) {
    return new Operand(node, FILTERS.literal(value), kind, true);
  }

  /** Whole numbers stay whole, so that large ones are compared to the last digit. */
  private static Object number(BigDecimal value) {
    if (value.scale() <= 0 && value.precision() - value.scale() <= 18) {
      return value.longValueExact();
    }
    return value.doubleValue();
  }

  private Operand property(Node.Property property) {
    String name = property.name();
    PropertySchema found = schema.find(name).orElse(null);
    if (found == null) {
      if (!name.equals(schema.geometryName()) && !name.equals("geometry")) {
        throw parsed.wrong(
            property,
            "There is no property \"" + name + "\".",
            "There are: "
                + Stream.concat(
                        schema.properties().stream()
                            .filter(PropertySchema::queryable)
                            .map(PropertySchema::name),
                        Stream.of(schema.geometryName()))
                    .collect(Collectors.joining(", "))
                + ".");
      }
      return new Operand(property, new Attribute(schema.geometryName()), Kind.GEOMETRY, false);
    }
    Kind kind =
        switch (found.type()) {
          case STRING -> Kind.TEXT;
          case INTEGER, NUMBER -> Kind.NUMBER;
          case BOOLEAN -> Kind.TRUTH;
          case DATE -> Kind.DAY;
          case DATE_TIME -> Kind.MOMENT;
          case ARRAY -> Kind.LIST;
          case OBJECT -> Kind.OBJECT;
          case ANY -> Kind.ANY;
        };
    return new Operand(property, new Attribute(name), kind, false);
  }

  private Operand interval(Node.Interval interval) {
    Expression from = end(interval.from());
    Expression to = end(interval.to());
    if (interval.from() instanceof Node.Property || interval.to() instanceof Node.Property) {
      Call call = new Call("interval", List.of(from, to), ends -> new Period(ends[0], ends[1]));
      return new Operand(interval, call, Kind.INTERVAL, false);
    }
    Object first = from.evaluate(null);
    Object last = to.evaluate(null);
    if (first == null || last == null) {
      throw parsed.wrong(interval, "An interval has two ends.", "");
    }
    Period period = new Period(first, last);
    if (period.isBackwards()) {
      throw parsed.wrong(interval, "The interval ends before it begins.", "Exchange its ends.");
    }
    return literal(interval, Kind.INTERVAL, period);
  }

  private Expression end(Node end) {
    return end instanceof Node.Open
        ? FILTERS.literal(Period.OPEN)
        : time(operand(end)).expression();
  }

  private Operand value(Node.Operation operation) {
    UnaryOperator<String> spelling = SPELLING.get(operation.op());
    if (spelling != null) {
      Operand text = text(operand(arguments(operation, 1).get(0)));
      Function<Object, String> fold = value -> spelling.apply((String) value);
      return text.literal()
          ? literal(operation, Kind.TEXT, fold.apply(constant(text)))
          : new Operand(
              operation,
              new Call(operation.op(), List.of(text.expression()), v -> fold.apply(v[0])),
              Kind.TEXT,
              false);
    }
    DoubleBinaryOperator arithmetic = ARITHMETIC.get(operation.op());
    if (arithmetic == null) {
      if (isStandard(operation.op()) || operation.op().equals("isNull")) {
        throw parsed.wrong(
            operation, "A condition stands where a value is expected.", "Join them by AND or OR.");
      }
      throw unknown(operation);
    }
    List<Node> args = arguments(operation, 2);
    Operand first = of(Kind.NUMBER, operand(args.get(0)));
    Operand second = of(Kind.NUMBER, operand(args.get(1)));
    Call call =
        new Call(
            operation.op(),
            List.of(first.expression(), second.expression()),
            values -> {
              double result =
                  arithmetic.applyAsDouble(
                      ((Number) values[0]).doubleValue(), ((Number) values[1]).doubleValue());
              // Nothing is what a division by nothing makes.
              return Double.isFinite(result) ? result : null;
            });
    return new Operand(operation, call, Kind.NUMBER, false);
  }

  private static Object constant(Operand literal) {
    return Objects.requireNonNull(literal.expression().evaluate(null));
  }

  private static Geometry rectangle(Node.Box box) {
    List<Double> bounds = box.bounds();
    int half = bounds.size() / 2;
    double west = bounds.get(0);
    double east = bounds.get(half);
    double south = Math.min(bounds.get(1), bounds.get(half + 1));
    double north = Math.max(bounds.get(1), bounds.get(half + 1));
    if (west <= east) {
      return GEOMETRIES.toGeometry(new Envelope(west, east, south, north));
    }
    // Across the antimeridian: two boxes, or what is left of them without height or width.
    return GEOMETRIES.buildGeometry(
        Stream.of(new Envelope(west, 180, south, north), new Envelope(-180, east, south, north))
            .map(GEOMETRIES::toGeometry)
            .toList());
  }

  private Geometry checked(Node node, Geometry geometry) {
    Envelope extent = geometry.getEnvelopeInternal();
    if (!extent.isNull() && !Double.isFinite(extent.getArea() + extent.getDiameter())) {
      throw parsed.wrong(node, "The geometry has a number beyond all measure.", "");
    }
    @Nullable TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error != null) {
      throw parsed.wrong(
          node,
          "The geometry is not valid near "
              + error.getCoordinate().x
              + " "
              + error.getCoordinate().y
              + ": "
              + error.getMessage()
              + ".",
          "Rings must not cross themselves or each other.");
    }
    return toLonLat.apply(geometry);
  }
}
