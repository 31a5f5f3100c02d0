namespace Hyperactor;

/// <summary>
/// Makes a message a call: the marked member, its last one, is the port through which a handler replies. Sent as a call, the
/// message needs none, and the member names nothing; sent as a value, its port is written like any other.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ReplyAttribute : Attribute;
