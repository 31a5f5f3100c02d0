namespace Hyperactor.Generators.Model;

/// <summary>A <c>[Named]</c> type: what is written into it, if anything, and what is registered for it.</summary>
internal sealed record MessageModel(
    PlaceModel Place, CodecModel? Codec, EquatableArray<Registration> Registrations);
