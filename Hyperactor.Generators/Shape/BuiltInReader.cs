using Hyperactor.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads the types that every process knows without registration, and those that nobody can send.</summary>
internal static class BuiltInReader
{
    /// <summary>How such a type travels; null if it is none.</summary>
    public static TypeFacts? Read(ITypeSymbol type)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return new("string", MemberForm.Text, default, null);
            case SpecialType.System_IntPtr or SpecialType.System_UIntPtr:
                return TypeFacts.Cannot("its size depends on the machine; use long or ulong");
            case SpecialType.System_Object:
                return TypeFacts.Cannot("anything could be in it; use the type that you mean");
            case SpecialType.System_Void:
                return TypeFacts.Cannot("it has no values");
            case SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_Decimal
                or (>= SpecialType.System_SByte and <= SpecialType.System_Double):
                return new(type.ToDisplayString(), MemberForm.Unmanaged, default, null);
        }

        if (type.Is("System", type.Name)
            && type.Name is "Guid" or "TimeSpan" or "DateOnly" or "TimeOnly" or "DateTime" or "DateTimeOffset"
                or "Half" or "Int128" or "UInt128")
        {
            return new(type.Name, MemberForm.Unmanaged, default, null);
        }

        if (type.Is("System.Text", "Rune"))
        {
            return new(type.Name, MemberForm.Unmanaged, default, null);
        }

        if (type.IsHyperactor("Attrs"))
        {
            // The codec is on a higher floor than those that every process has.
            return new(
                "Attrs",
                MemberForm.Value,
                new([new("Attrs", RegistrationKind.Codec, $"new {TypeReader.Codecs}AttrsCodec")]),
                null);
        }

        return type.IsHyperactor(type.Name)
            && type.Name is "Unit" or "WorldId" or "ProcId" or "ActorId" or "PortId" or "GangId" or "Reference" or "ChannelAddress"
            ? new(type.Name, MemberForm.Value, default, null)
            : null;
    }
}
