namespace Hyperactor;

/// <summary>A call ended without a reply. The message names the callee and the cause.</summary>
public class CallException : Exception
{
    /// <summary>Describes how a call ended.</summary>
    /// <param name="callee">The actor that was called.</param>
    /// <param name="message">What happened.</param>
    public CallException(ActorId callee, string message)
        : base(message) => Callee = callee;

    /// <summary>The actor that was called.</summary>
    public ActorId Callee { get; }
}

/// <summary>The callee's handler threw. The exception itself stays where it happened; its type and text travel.</summary>
/// <param name="callee">The actor that was called.</param>
/// <param name="faultType">The full name of the type of exception that the handler threw.</param>
/// <param name="faultMessage">Its message.</param>
public sealed class CallFaultedException(ActorId callee, string faultType, string faultMessage)
    : CallException(callee, $"{callee} failed the call with {faultType}: {faultMessage}")
{
    /// <summary>The full name of the type of exception that the handler threw.</summary>
    public string FaultType { get; } = faultType;

    /// <summary>The message of the exception that the handler threw.</summary>
    public string FaultMessage { get; } = faultMessage;
}
