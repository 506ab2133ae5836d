package dev.tollgate.server.http.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file of tokens. Each line has a hash, a role and perhaps a product:
 *
 * <pre>
 * # the gateway                                     (printf %s "$TOKEN" | sha256sum)
 * sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 decide crm
 * </pre>
 */
public final class TokensFile {

  private static final String PREFIX = "sha256:";

  private TokensFile() {}

  /**
   * The tokens of a file.
   *
   * @throws UnusableTokens if the file cannot be read, has no token, or has a line of another form
   */
  public static Tokens read(Path file) {
    List<Token> tokens = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      if (!line.isEmpty()) {
        tokens.add(token(line, file + ":" + (i + 1)));
      }
    }
    if (tokens.isEmpty()) {
      throw new UnusableTokens(file + " has no token: write `sha256:HASH ROLE [PRODUCT]`");
    }
    return new Tokens(tokens);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UnusableTokens(file + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static Token token(String line, String place) {
    String[] words = line.split("\\s+");
    if (words.length < 2 || words.length > 3) {
      throw new UnusableTokens(place + ": write `sha256:HASH ROLE [PRODUCT]`");
    }
    Role role =
        Role.of(words[1])
            .orElseThrow(
                () ->
                    new UnusableTokens(
                        place + ": `" + words[1] + "` is no role: decide, read or admin"));
    Optional<String> product = words.length == 3 ? Optional.of(words[2]) : Optional.empty();
    return new Token(hash(words[0], place), new Caller(Optional.of(role), product));
  }

  private static byte[] hash(String word, String place) {
    String digits = word.startsWith(PREFIX) ? word.substring(PREFIX.length()) : "";
    if (!digits.matches("[0-9a-fA-F]{" + 2 * Token.HASH_BYTES + "}")) {
      // The word may be a token in the clear, so it is not repeated here.
      throw new UnusableTokens(
          place + ": the first word must be `sha256:` and the 64 hexadecimal digits of a hash");
    }
    return HexFormat.of().parseHex(digits);
  }
}
