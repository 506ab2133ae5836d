package dev.tollgate.engine.decide;

/**
 * A request for a call without parameters, read and priced under the terms of an account.
 *
 * @param inquiry for one call that holds no other
 */
record Priced(Inquiry inquiry, Demands demands) {

  /** Whether requests for this call always come to the same under the same terms. */
  static boolean isConstant(AskedCall call) {
    return call.params().isEmpty() && call.calls().isEmpty();
  }

  /** Whether a request comes to this. */
  boolean isOf(CallRequest request) {
    return isConstant(request.call())
        && inquiry.calls().get(0).call().name().equals(request.call().name())
        && inquiry.inFlight() == request.inFlight()
        && inquiry.keys().equals(request.keys())
        && inquiry.channel().equals(request.channel());
  }
}
