using System.Text.Json;
using Hyperactor.Failures;

namespace Hyperactor.Messages;

/// <summary>
/// Why a call ended without a reply, in a form that travels: the handler threw, or the request was not delivered.
/// </summary>
/// <param name="Callee">The actor that was called.</param>
/// <param name="ExceptionType">The full name of the type of exception that the handler threw; null if it did not.</param>
/// <param name="Text">The message of the exception, or what happened to the request.</param>
/// <param name="Kind">Why the request was not delivered; without meaning if the handler threw.</param>
internal sealed record Fault(ActorId Callee, string? ExceptionType, string Text, DeliveryFailureKind Kind)
{
    internal static Fault Of(ActorId callee, Exception exception) =>
        new(callee, FailureText.TypeOf(exception), FailureText.MessageOf(exception), default);

    internal static Fault Of(ActorId callee, DeliveryFailure failure) => new(callee, null, failure.Detail, failure.Kind);

    internal CallException ToException() => ExceptionType is null
        ? new UndeliveredCallException(Callee, new(Kind, Text))
        : new CallFaultedException(Callee, ExceptionType, Text);

    /// <inheritdoc/>
    public override string ToString() => ExceptionType is null ? $"{Kind}: {Text}" : $"{ExceptionType}: {Text}";
}

/// <summary>The layout of a fault: an object of four members.</summary>
internal sealed class FaultCodec() : MessageCodec<Fault>("hyperactor.Fault")
{
    public override void Write(ref MessageWriter writer, Fault value)
    {
        writer.WriteObjectHeader(4);
        writer.Write(value.Callee);
        writer.WriteString(value.ExceptionType);
        writer.WriteString(value.Text);
        writer.WriteUnmanaged((byte)value.Kind);
    }

    public override Fault Read(ref MessageReader reader)
    {
        if (!reader.TryReadObjectHeader(4, out _))
        {
            throw new MessageFormatException("A fault is missing.");
        }

        var callee = reader.ReadRequired<ActorId>();
        var type = reader.ReadString();
        var text = reader.ReadRequiredString();
        return new(callee, type, text, (DeliveryFailureKind)reader.ReadUnmanaged<byte>());
    }

    public override void WriteJson(Utf8JsonWriter writer, Fault value)
    {
        writer.WriteStartObject();
        JsonForm.WriteMember(writer, nameof(value.Callee), value.Callee);
        JsonForm.WriteMember(writer, nameof(value.ExceptionType), value.ExceptionType);
        JsonForm.WriteMember(writer, nameof(value.Text), value.Text);
        JsonForm.WriteMember(writer, nameof(value.Kind), value.Kind);
        writer.WriteEndObject();
    }

    public override Fault ReadJson(JsonElement element) =>
        JsonMembers.TryRead(this, element, out var members)
            ? new(
                members.GetRequired<ActorId>(nameof(Fault.Callee)),
                members.Get<string?>(nameof(Fault.ExceptionType)),
                members.GetRequired<string>(nameof(Fault.Text)),
                members.Get<DeliveryFailureKind>(nameof(Fault.Kind)))
            : throw Missing();
}
