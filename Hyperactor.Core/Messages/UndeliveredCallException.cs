namespace Hyperactor;

/// <summary>The request of a call was not delivered, or its outcome cannot be known.</summary>
/// <param name="callee">The actor that was called.</param>
/// <param name="failure">Why.</param>
public sealed class UndeliveredCallException(ActorId callee, DeliveryFailure failure)
    : CallException(callee, $"The call to {callee} was not delivered. {failure}")
{
    /// <summary>Why the request was not delivered.</summary>
    public DeliveryFailure Failure { get; } = failure;
}
