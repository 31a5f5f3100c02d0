using System.Text.Json.Serialization;

namespace Hyperactor.Configuration;

/// <summary>Source-generated JSON, so that nothing is looked up at run time.</summary>
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class ConfigJson : System.Text.Json.Serialization.JsonSerializerContext;
