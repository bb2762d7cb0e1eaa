package org.dateline.server.api;

import java.util.Collection;
import java.util.List;
import org.dateline.server.collection.FeatureCollection;
import org.dateline.server.collection.FeatureCollection.About;
import org.dateline.server.collection.PropertySchema;
import org.dateline.server.feature.Property;
import org.dateline.server.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API definition, OpenAPI 3.0, made from our own descriptions of collections and properties.
 * Self-contained: there is no reference to another host.
 */
final class OpenApi {

  static final String VERSION = "0.1.0";

  private static final String JSON = "application/json";
  private static final String GEO_JSON = "application/geo+json";

  private final ObjectNode root;
  private final ObjectNode paths;

  private OpenApi(JsonMapper mapper, String base) {
    root = mapper.createObjectNode();
    root.put("openapi", "3.0.3");
    ObjectNode info = root.putObject("info");
    info.put("title", "Dateline");
    info.put("version", VERSION);
    info.put(
        "description",
        "Places, areas and movements of news reports on conflicts, each with the exact sentence"
            + " that names it, as GeoJSON. Readable description: /api/docs.");
    info.putObject("contact").put("name", "The newsroom that runs this map").put("url", base + "/");
    info.putObject("license")
        .put("name", "CC BY 4.0")
        .put("url", "https://creativecommons.org/licenses/by/4.0/");
    root.putArray("servers").addObject().put("url", base + "/api");
    ArrayNode tags = root.putArray("tags");
    tag(tags, "Capabilities", "What this API is and can do");
    tag(tags, "Data", "Features over all reports, OGC API - Features");
    tag(tags, "Reports", "Reports with their text and layers");
    tag(tags, "Geoparsing", "Text to places, nothing kept");
    tag(tags, "Gazetteer", "Places of the world by name and position");
    tag(tags, "Access", "Who you are, tokens for scripts, and people");
    paths = root.putObject("paths");
  }

  /**
   * Returns the definition.
   *
   * @param base address of this server, without a trailing slash
   * @param collections those there are at the moment
   */
  static ObjectNode of(JsonMapper mapper, String base, Collection<FeatureCollection> collections) {
    OpenApi api = new OpenApi(mapper, base);
    api.capabilities();
    collections.forEach(api::collection);
    api.reports();
    api.geoparse();
    api.places();
    api.access();
    api.components();
    return api.root;
  }

  private static void tag(ArrayNode tags, String name, String description) {
    tags.addObject().put("name", name).put("description", description);
  }

  private void capabilities() {
    get("/", "Capabilities", "getLandingPage", "Links to everything there is", JSON, "Document");
    get("/conformance", "Capabilities", "getConformance", "Standards kept to", JSON, "Document");
    get("/collections", "Capabilities", "getCollections", "The collections", JSON, "Document");
  }

  private void collection(FeatureCollection collection) {
    About kind = collection.about();
    String path = "/collections/" + kind.id();
    String name = kind.title();
    get(path, "Capabilities", "describe" + name, kind.description(), JSON, "Document");
    get(
        path + "/queryables",
        "Capabilities",
        "queryablesOf" + name,
        "What the features can be selected by",
        "application/schema+json",
        "Document");
    ObjectNode items =
        get(path + "/items", "Data", "get" + name, kind.description(), GEO_JSON, "Features");
    ArrayNode parameters = items.withArray("parameters");
    for (String common : List.of("bbox", "datetime", "limit", "offset")) {
      parameters.addObject().put("$ref", "#/components/parameters/" + common);
    }
    for (PropertySchema property : collection.schema().properties()) {
      if (property.type().isScalar()) {
        ObjectNode parameter =
            parameters.addObject().put("name", property.name()).put("in", "query");
        if (property.description() != null) {
          parameter.put("description", property.description());
        }
        ObjectNode schema = parameter.put("required", false).putObject("schema");
        schema.put("type", property.type().jsonType());
        enumeration(schema, property.values());
      }
    }
    ObjectNode item =
        get(
            path + "/items/{featureId}",
            "Data",
            "get" + name + "ById",
            "One feature",
            GEO_JSON,
            "Feature");
    pathParameter(item, "featureId", "The feature's id");
  }

  private void reports() {
    get("/reports", "Reports", "getReports", "The reports, newest first", JSON, "Document");
    String path = "/reports/{reportId}";
    ObjectNode[] operations = {
      get(path, "Reports", "getReport", "Metadata, with schema.org JSON-LD", JSON, "Document"),
      get(path + "/text", "Reports", "getText", "Text with mentions", JSON, "Document"),
      get(path + "/mentions", "Reports", "getMentions", "Mentions alone", JSON, "Document"),
      get(path + "/layers", "Reports", "getLayers", "The report's layers", JSON, "Document"),
      get(
          path + "/layers/{layerId}",
          "Reports",
          "getLayer",
          "A layer's features",
          GEO_JSON,
          "Features")
    };
    for (ObjectNode operation : operations) {
      pathParameter(operation, "reportId", "The report's id");
    }
    pathParameter(operations[operations.length - 1], "layerId", "The layer's id");
  }

  private void geoparse() {
    ObjectNode post = paths.putObject("/geoparse").putObject("post");
    describe(post, "Geoparsing", "geoparse", "Find the places in a text; nothing is kept");
    queryParameter(
        post, "geometry", "outline (unless given) or point: what areas are answered as", false);
    ObjectNode content = post.putObject("requestBody").put("required", true).putObject("content");
    content.putObject("text/plain").putObject("schema").put("type", "string");
    ObjectNode schema = content.putObject(JSON).putObject("schema").put("type", "object");
    schema.putArray("required").add("text");
    ObjectNode members = schema.putObject("properties");
    members.putObject("text").put("type", "string");
    members.putObject("language").put("type", "string").put("description", "BCP 47 tag");
    members.putObject("source").put("type", "string").put("description", "The outlet");
    members.putObject("date").put("type", "string").put("description", "When it was written");
    members
        .putObject("countryBias")
        .put("type", "array")
        .put("description", "ISO 3166-1 alpha-2 codes")
        .putObject("items")
        .put("type", "string");
    ObjectNode box = members.putObject("bbox").put("type", "array");
    box.put("minItems", 4).put("maxItems", 4).putObject("items").put("type", "number");
    responses(post, GEO_JSON, "Features");
  }

  private void places() {
    ObjectNode search =
        get("/places", "Gazetteer", "searchPlaces", "Search as you type", GEO_JSON, "Features");
    queryParameter(search, "q", "A name, its beginning, or coordinates in any notation", true);
    queryParameter(
        search, "bias", "lon,lat or west,south,east,north: what is there comes first", false);
    search.withArray("parameters").addObject().put("$ref", "#/components/parameters/placesLimit");
    ObjectNode reverse =
        get("/places/reverse", "Gazetteer", "reverse", "What lies near", GEO_JSON, "Features");
    queryParameter(reverse, "lon", "Degrees east", true);
    queryParameter(reverse, "lat", "Degrees north", true);
    reverse.withArray("parameters").addObject().put("$ref", "#/components/parameters/placesLimit");
  }

  private void access() {
    get("/me", "Access", "getMe", "Who the request is from", JSON, "Document");
    ObjectNode signIn =
        operation("/sign-in", "post", "signIn", "Use a sign-in link's key; sets the cookie");
    body(signIn, "key");
    ok(signIn, "200");
    done(operation("/sign-out", "post", "signOut", "End the session; everywhere=true ends all"));
    ok(secured(operation("/tokens", "get", "getTokens", "Your tokens for scripts")), "200");
    ObjectNode make = secured(operation("/tokens", "post", "makeToken", "Make one; shown once"));
    body(make, "name", "role", "expires_in_days");
    ok(make, "201");
    ObjectNode drop = secured(operation("/tokens/{tokenId}", "delete", "revokeToken", "Revoke it"));
    pathParameter(drop, "tokenId", "The token's id");
    done(drop);
    ok(secured(operation("/users", "get", "getUsers", "Who may sign in (admins)")), "200");
    ObjectNode invite =
        secured(operation("/users", "post", "inviteUser", "Invite someone; answers with a link"));
    body(invite, "name", "role");
    ok(invite, "201");
    ObjectNode change =
        secured(operation("/users/{userId}", "patch", "changeUser", "Give another role"));
    body(change, "role");
    ok(change, "200");
    ObjectNode revoke =
        secured(operation("/users/{userId}", "delete", "revokeUser", "Let them sign in no more"));
    done(revoke);
    ObjectNode link =
        secured(operation("/users/{userId}/sign-in-link", "post", "linkUser", "Make a new link"));
    ok(link, "200");
    ObjectNode everywhere =
        secured(operation("/users/{userId}/sign-out", "post", "signOutUser", "End all sessions"));
    done(everywhere);
    for (ObjectNode operation : List.of(change, revoke, link, everywhere)) {
      pathParameter(operation, "userId", "The person's id");
    }
  }

  private ObjectNode operation(String path, String method, String id, String summary) {
    ObjectNode operation = paths.withObjectProperty(path).putObject(method);
    describe(operation, "Access", id, summary);
    return operation;
  }

  private static ObjectNode secured(ObjectNode operation) {
    ArrayNode either = operation.putArray("security");
    either.addObject().putArray("bearer");
    either.addObject().putArray("session");
    return operation;
  }

  /** A JSON object whose first member must be there. */
  private static void body(ObjectNode operation, String... members) {
    ObjectNode schema =
        operation
            .putObject("requestBody")
            .put("required", true)
            .putObject("content")
            .putObject(JSON)
            .putObject("schema")
            .put("type", "object");
    schema.putArray("required").add(members[0]);
    ObjectNode properties = schema.putObject("properties");
    for (String member : members) {
      properties
          .putObject(member)
          .put("type", member.equals("expires_in_days") ? "integer" : "string");
    }
  }

  private static void ok(ObjectNode operation, String status) {
    ObjectNode responses = operation.putObject("responses");
    responses
        .putObject(status)
        .put("description", "The answer")
        .putObject("content")
        .putObject(JSON)
        .putObject("schema")
        .put("$ref", "#/components/schemas/Document");
    responses.putObject("default").put("$ref", "#/components/responses/Problem");
  }

  private static void done(ObjectNode operation) {
    ObjectNode responses = operation.putObject("responses");
    responses.putObject("204").put("description", "Done");
    responses.putObject("default").put("$ref", "#/components/responses/Problem");
  }

  private void components() {
    ObjectNode components = root.putObject("components");
    ObjectNode schemes = components.putObject("securitySchemes");
    schemes
        .putObject("bearer")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "A token of POST /tokens, or the bootstrap token");
    schemes
        .putObject("session")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", "dateline_session")
        .put("description", "Writes also send the csrf of GET /me as X-CSRF-Token");
    ObjectNode parameters = components.putObject("parameters");
    ObjectNode bbox =
        parameter(parameters, "bbox", "bbox", "west,south,east,north in degrees; six with heights");
    bbox.put("style", "form").put("explode", false);
    bbox.putObject("schema")
        .put("type", "array")
        .put("minItems", 4)
        .put("maxItems", 6)
        .putObject("items")
        .put("type", "number");
    ObjectNode datetime =
        parameter(parameters, "datetime", "datetime", "A date, a time or an interval of two");
    datetime.put("style", "form").put("explode", false);
    datetime.putObject("schema").put("type", "string");
    integer(parameter(parameters, "limit", "limit", "How many features at most"), 1, 10000, 10);
    integer(parameter(parameters, "placesLimit", "limit", "How many places at most"), 1, 100, 10);
    integer(parameter(parameters, "offset", "offset", "How many to leave out"), 0, null, 0);
    ObjectNode schemas = components.putObject("schemas");
    schemas.putObject("Document").put("type", "object");
    feature(schemas.putObject("Feature").put("type", "object"));
    ObjectNode features = schemas.putObject("Features").put("type", "object");
    features.putArray("required").add("type").add("features");
    ObjectNode members = features.putObject("properties");
    enumeration(members.putObject("type").put("type", "string"), List.of("FeatureCollection"));
    members
        .putObject("features")
        .put("type", "array")
        .putObject("items")
        .put("$ref", "#/components/schemas/Feature");
    members.putObject("numberMatched").put("type", "integer").put("minimum", 0);
    members.putObject("numberReturned").put("type", "integer").put("minimum", 0);
    members.putObject("timeStamp").put("type", "string").put("format", "date-time");
    ObjectNode link = members.putObject("links").put("type", "array").putObject("items");
    link.put("type", "object");
    problem(components, schemas);
  }

  private void feature(ObjectNode schema) {
    schema.putArray("required").add("type").add("geometry").add("properties");
    ObjectNode members = schema.putObject("properties");
    enumeration(members.putObject("type").put("type", "string"), List.of("Feature"));
    members.putObject("id").put("type", "string");
    ObjectNode geometry = members.putObject("geometry").put("type", "object").put("nullable", true);
    geometry.putArray("required").add("type");
    geometry.putObject("properties").putObject("type").put("type", "string");
    ObjectNode properties =
        members.putObject("properties").put("type", "object").putObject("properties");
    for (Property property : Property.ALL) {
      ObjectNode described =
          properties
              .putObject(property.name())
              .put("type", property.type().startsWith("date") ? "string" : property.type())
              .put("description", property.description() + " (" + property.from() + ")");
      if (property.nullable()) {
        described.put("nullable", true);
      }
      if (property.type().equals("array")) {
        described.putObject("items");
      }
      enumeration(described, property.values());
    }
  }

  private void problem(ObjectNode components, ObjectNode schemas) {
    ObjectNode schema = schemas.putObject("Problem").put("type", "object");
    schema.put("description", "RFC 9457 problem details");
    ObjectNode members = schema.putObject("properties");
    members.putObject("type").put("type", "string").put("format", "uri-reference");
    members.putObject("title").put("type", "string");
    members.putObject("status").put("type", "integer");
    members.putObject("detail").put("type", "string");
    members.putObject("instance").put("type", "string");
    members.putObject("where").put("type", "string").put("description", "What part was wrong");
    members.putObject("hint").put("type", "string").put("description", "What to do");
    components
        .putObject("responses")
        .putObject("Problem")
        .put("description", "What was wrong, where, and what to do: " + kinds())
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
  }

  private static String kinds() {
    StringBuilder kinds = new StringBuilder();
    for (ProblemType type : ProblemType.values()) {
      kinds.append(kinds.isEmpty() ? "" : ", ").append(type.slug());
    }
    return kinds.toString();
  }

  private ObjectNode get(
      String path, String tag, String id, String summary, String type, String schema) {
    ObjectNode operation = paths.putObject(path).putObject("get");
    describe(operation, tag, id, summary);
    responses(operation, type, schema);
    return operation;
  }

  private static void describe(ObjectNode operation, String tag, String id, String summary) {
    operation.putArray("tags").add(tag);
    operation.put("operationId", id).put("summary", summary);
  }

  private static void responses(ObjectNode operation, String type, String schema) {
    ObjectNode responses = operation.putObject("responses");
    responses
        .putObject("200")
        .put("description", "The answer")
        .putObject("content")
        .putObject(type)
        .putObject("schema")
        .put("$ref", "#/components/schemas/" + schema);
    responses.putObject("default").put("$ref", "#/components/responses/Problem");
  }

  private static void pathParameter(ObjectNode operation, String name, String description) {
    operation
        .withArray("parameters")
        .addObject()
        .put("name", name)
        .put("in", "path")
        .put("required", true)
        .put("description", description)
        .putObject("schema")
        .put("type", "string");
  }

  private static void queryParameter(
      ObjectNode operation, String name, String description, boolean required) {
    operation
        .withArray("parameters")
        .addObject()
        .put("name", name)
        .put("in", "query")
        .put("required", required)
        .put("description", description)
        .putObject("schema")
        .put("type", "string");
  }

  private static ObjectNode parameter(
      ObjectNode parameters, String key, String name, String description) {
    return parameters
        .putObject(key)
        .put("name", name)
        .put("in", "query")
        .put("required", false)
        .put("description", description);
  }

  private static void integer(ObjectNode parameter, int min, @Nullable Integer max, int otherwise) {
    ObjectNode schema = parameter.putObject("schema").put("type", "integer");
    schema.put("minimum", min).put("default", otherwise);
    if (max != null) {
      schema.put("maximum", max);
    }
  }

  private static void enumeration(ObjectNode schema, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode list = schema.putArray("enum");
      values.forEach(list::add);
    }
  }
}
