package dev.tollgate.server.http.endpoint;

import dev.tollgate.engine.decide.InvalidRequest;
import dev.tollgate.engine.decide.Problem;
import dev.tollgate.server.http.json.JsonValue;
import io.javalin.http.Context;
import java.util.List;

/** The account that a path names. */
record AccountPath(String product, String account) {

  /** As the path says. */
  static AccountPath of(Context context) {
    return new AccountPath(context.pathParam("product"), context.pathParam("account"));
  }

  /**
   * The same for an account that may be new.
   *
   * @throws InvalidRequest if no request could name it later
   */
  static AccountPath ofNew(Context context) {
    AccountPath path = of(context);
    boolean nameable =
        !path.account.isBlank()
            && path.account.length() <= JsonValue.MOST_CHARACTERS
            && path.account.chars().noneMatch(Character::isISOControl);
    if (!nameable) {
      throw new InvalidRequest(
          List.of(
              Problem.of(
                  "",
                  "account-id",
                  "an account's id must have 1 to %d characters, none of them a control character"
                      .formatted(JsonValue.MOST_CHARACTERS))));
    }
    return path;
  }
}
