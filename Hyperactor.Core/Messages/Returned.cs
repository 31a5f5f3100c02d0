using System.Text.Json;

namespace Hyperactor.Messages;

/// <summary>Tells a sender that a message of its came back.</summary>
/// <param name="Destination">The port that it was for.</param>
/// <param name="MessageType">The name of its type, as far as it was known where it failed.</param>
/// <param name="Failure">Why it was not delivered.</param>
internal sealed record Returned(PortId Destination, string MessageType, DeliveryFailure Failure);

/// <summary>The layout of a returned message: an object of four members.</summary>
internal sealed class ReturnedCodec() : MessageCodec<Returned>("hyperactor.Returned")
{
    public override void Write(ref MessageWriter writer, Returned value)
    {
        writer.WriteObjectHeader(4);
        writer.Write(value.Destination);
        writer.WriteString(value.MessageType);
        writer.WriteUnmanaged((byte)value.Failure.Kind);
        writer.WriteString(value.Failure.Detail);
    }

    public override Returned Read(ref MessageReader reader)
    {
        if (!reader.TryReadObjectHeader(4, out _))
        {
            throw new MessageFormatException("A returned message is missing.");
        }

        var destination = reader.Read<PortId>();
        var name = reader.ReadRequiredString();
        var kind = (DeliveryFailureKind)reader.ReadUnmanaged<byte>();
        return new(destination, name, new(kind, reader.ReadRequiredString()));
    }

    public override void WriteJson(Utf8JsonWriter writer, Returned value)
    {
        writer.WriteStartObject();
        JsonForm.WriteMember(writer, nameof(value.Destination), value.Destination);
        JsonForm.WriteMember(writer, nameof(value.MessageType), value.MessageType);
        JsonForm.WriteMember(writer, nameof(value.Failure.Kind), value.Failure.Kind);
        JsonForm.WriteMember(writer, nameof(value.Failure.Detail), value.Failure.Detail);
        writer.WriteEndObject();
    }

    public override Returned ReadJson(JsonElement element) =>
        JsonMembers.TryRead(this, element, out var members)
            ? new(
                members.GetPresent<PortId>(nameof(Returned.Destination)),
                members.GetRequired<string>(nameof(Returned.MessageType)),
                new(
                    members.Get<DeliveryFailureKind>(nameof(DeliveryFailure.Kind)),
                    members.GetRequired<string>(nameof(DeliveryFailure.Detail))))
            : throw Missing();
}
