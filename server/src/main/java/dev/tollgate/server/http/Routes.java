package dev.tollgate.server.http;

import static dev.tollgate.server.http.Method.ANY;
import static dev.tollgate.server.http.Method.DELETE;
import static dev.tollgate.server.http.Method.GET;
import static dev.tollgate.server.http.Method.POST;
import static dev.tollgate.server.http.Method.PUT;

import dev.tollgate.server.http.access.Access;
import dev.tollgate.server.http.endpoint.CancelDecision;
import dev.tollgate.server.http.endpoint.Check;
import dev.tollgate.server.http.endpoint.CheckPolicy;
import dev.tollgate.server.http.endpoint.CommitDecision;
import dev.tollgate.server.http.endpoint.Consume;
import dev.tollgate.server.http.endpoint.DeleteAccount;
import dev.tollgate.server.http.endpoint.DeleteAddOn;
import dev.tollgate.server.http.endpoint.Explain;
import dev.tollgate.server.http.endpoint.GetAccount;
import dev.tollgate.server.http.endpoint.GetHealth;
import dev.tollgate.server.http.endpoint.GetPolicy;
import dev.tollgate.server.http.endpoint.GetPolicyFile;
import dev.tollgate.server.http.endpoint.GetStatement;
import dev.tollgate.server.http.endpoint.GetUsage;
import dev.tollgate.server.http.endpoint.ListAccounts;
import dev.tollgate.server.http.endpoint.ListEvents;
import dev.tollgate.server.http.endpoint.MakeQuote;
import dev.tollgate.server.http.endpoint.PostAdjustment;
import dev.tollgate.server.http.endpoint.PutAccount;
import dev.tollgate.server.http.endpoint.PutAddOn;
import dev.tollgate.server.http.endpoint.Reserve;
import dev.tollgate.server.http.endpoint.ServeMetrics;
import dev.tollgate.server.http.endpoint.ServeOpenApi;
import dev.tollgate.server.http.endpoint.Written;
import dev.tollgate.server.http.exchange.Endpoint;
import dev.tollgate.server.http.exchange.OneOrMany;
import dev.tollgate.server.http.gate.Gate;
import java.util.List;

/** Every address of the service, and who may use it. */
final class Routes {

  private static final String DECISION = "/v1/decisions/{id}";
  private static final String GATE = "/v1/gate/{product}/{account}/{call}";
  private static final String ACCOUNTS = "/v1/products/{product}/accounts";
  private static final String ACCOUNT = ACCOUNTS + "/{account}";
  private static final String ADD_ON = ACCOUNT + "/addons/{addon}";

  private Routes() {}

  static List<Route> of(Service s) {
    return List.of(
        new Route(
            POST, "/v1/check", Access.ASK, new OneOrMany<>(new Check(s.decider(), s.metrics()))),
        new Route(
            POST,
            "/v1/consume",
            Access.DECIDE,
            written(s, new OneOrMany<>(new Consume(s.decider(), s.metrics())))),
        new Route(
            POST,
            "/v1/reserve",
            Access.DECIDE,
            written(s, new OneOrMany<>(new Reserve(s.decider(), s.metrics())))),
        new Route(
            POST, "/v1/quote", Access.ASK, written(s, new OneOrMany<>(new MakeQuote(s.decider())))),
        new Route(POST, "/v1/explain", Access.ASK, new OneOrMany<>(new Explain(s.decider()))),
        new Route(
            POST,
            DECISION + "/commit",
            Access.DECIDE,
            written(s, new CommitDecision(s.decider(), s.decisions()))),
        new Route(
            POST,
            DECISION + "/cancel",
            Access.DECIDE,
            written(s, new CancelDecision(s.decider(), s.decisions()))),
        new Route(
            ANY, GATE, Access.DECIDE, written(s, new Gate(s.policy(), s.decider(), s.metrics()))),
        new Route(
            GET,
            ACCOUNTS,
            Access.READ,
            new ListAccounts(s.accounts(), s.clock()),
            ListAccounts.QUERY),
        new Route(
            GET, ACCOUNT, Access.READ, new GetAccount(s.accounts(), s.clock()), GetAccount.QUERY),
        new Route(PUT, ACCOUNT, Access.ADMIN, written(s, new PutAccount(s.accounts(), s.clock()))),
        new Route(DELETE, ACCOUNT, Access.ADMIN, written(s, new DeleteAccount(s.accounts()))),
        new Route(PUT, ADD_ON, Access.ADMIN, written(s, new PutAddOn(s.accounts(), s.clock()))),
        new Route(
            DELETE, ADD_ON, Access.ADMIN, written(s, new DeleteAddOn(s.accounts(), s.clock()))),
        new Route(
            POST,
            ACCOUNT + "/adjustments",
            Access.ADMIN,
            written(s, new PostAdjustment(s.adjustments()))),
        new Route(GET, ACCOUNT + "/usage", Access.READ, new GetUsage(s.book()), GetUsage.QUERY),
        new Route(
            GET,
            ACCOUNT + "/statement",
            Access.READ,
            new GetStatement(s.book()),
            GetStatement.QUERY),
        new Route(
            GET,
            ACCOUNT + "/events",
            Access.READ,
            ListEvents.ofAccount(s.store().events(), s.accounts()),
            ListEvents.QUERY),
        new Route(
            GET,
            "/v1/events",
            Access.WHOLE_SERVICE,
            ListEvents.ofAll(s.store().events()),
            ListEvents.QUERY),
        new Route(GET, "/v1/policy", Access.WHOLE_SERVICE, new GetPolicy(s.policy(), s.reload())),
        new Route(
            GET, "/v1/policy/files/{file}", Access.WHOLE_SERVICE, new GetPolicyFile(s.policy())),
        new Route(
            POST,
            "/v1/policy/check",
            Access.WHOLE_SERVICE,
            new CheckPolicy(s.policy(), s.change())),
        new Route(GET, "/health", Access.OPEN, new GetHealth(s.policy(), s.reload(), s.store())),
        new Route(GET, "/metrics", Access.WHOLE_SERVICE, new ServeMetrics(s.metrics())),
        new Route(GET, "/openapi.json", Access.OPEN, new ServeOpenApi()));
  }

  /** An endpoint whose answer goes out when what it changed is written down. */
  private static Endpoint written(Service service, Endpoint endpoint) {
    return new Written(service.store(), endpoint);
  }
}
