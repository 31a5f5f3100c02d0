using System.Globalization;
using Hyperactor.Data;

namespace Hyperactor.Generators.Text;

/// <summary>The numbers of types as source.</summary>
internal static class Numbers
{
    /// <summary>The number of the type with this URI.</summary>
    public static string Of(string uri)
    {
        var digits = TypeHash.Of(uri).ToString("X16", CultureInfo.InvariantCulture);
        return $"0x{digits.Substring(0, 4)}_{digits.Substring(4, 4)}_{digits.Substring(8, 4)}_{digits.Substring(12)}";
    }
}
