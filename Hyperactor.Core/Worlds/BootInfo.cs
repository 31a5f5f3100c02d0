using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hyperactor.Worlds;

/// <summary>
/// What a proc is told when it is started: who it is and whom to join. Travels in the environment variable
/// <c>HYPERACTOR_BOOT</c> as base64url of JSON.
/// </summary>
/// <param name="Version">The version of this contract; another one is refused.</param>
/// <param name="World">The world.</param>
/// <param name="Rank">The rank that this proc is.</param>
/// <param name="Size">How many procs the world has.</param>
/// <param name="Coordinator">Where the coordinator listens.</param>
/// <param name="Listen">Where this proc shall listen.</param>
/// <param name="Cookie">The secret of the world; who does not know it is refused.</param>
internal sealed record BootInfo(
    int Version, string World, int Rank, int Size, string Coordinator, string Listen, string Cookie)
{
    internal const string Variable = "HYPERACTOR_BOOT";
    internal const int CurrentVersion = 1;

    internal string Encode() =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, BootJson.Default.BootInfo));

    /// <exception cref="WorldException">The text is not what a coordinator of this version writes.</exception>
    internal static BootInfo Decode(string text)
    {
        BootInfo? info;
        try
        {
            info = JsonSerializer.Deserialize(
                Base64Url.DecodeFromChars(text), BootJson.Default.BootInfo);
        }
        catch (Exception e) when (e is JsonException or FormatException or DecoderFallbackException)
        {
            throw new WorldException($"{Variable} is malformed; it is set by the coordinator and by nobody else.", e);
        }

        return info is { Version: CurrentVersion }
            ? info
            : throw new WorldException(
                $"{Variable} is of version {info?.Version} and this program knows version {CurrentVersion}; "
                + "start all procs from the same build.");
    }
}

/// <summary>Source-generated JSON, so that nothing is looked up at run time.</summary>
[JsonSerializable(typeof(BootInfo))]
internal sealed partial class BootJson : JsonSerializerContext;
