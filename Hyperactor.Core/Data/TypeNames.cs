namespace Hyperactor.Data;

/// <summary>Types as they are written in C#, for messages that tell what to write.</summary>
internal static class TypeNames
{
    /// <summary>The full name: <c>System.Collections.Generic.List&lt;int&gt;</c>.</summary>
    internal static string Of(Type type)
    {
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Of(value) + "?";
        }

        if (type.IsGenericParameter || Keyword(type) is not null)
        {
            return Keyword(type) ?? type.Name;
        }

        var place = type.DeclaringType is { } outer ? Of(outer) + "." : type.Namespace is { } space ? space + "." : "";
        return type.IsGenericType ? Generic(place, type) : place + type.Name;
    }

    private static string Generic(string place, Type type)
    {
        var arguments = string.Join(", ", type.GetGenericArguments().Select(Of));
        var name = type.Name.AsSpan();
        var mark = name.IndexOf('`');
        return place is "System." && mark > 1 && name.StartsWith("ValueTuple")
            ? $"({arguments})"
            : $"{place}{(mark < 0 ? name : name[..mark])}<{arguments}>";
    }

    private static string? Keyword(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        TypeCode.SByte => "sbyte",
        TypeCode.Int16 => "short",
        TypeCode.UInt16 => "ushort",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        TypeCode.Decimal => "decimal",
        TypeCode.Char => "char",
        TypeCode.String => "string",
        _ => type == typeof(object) ? "object" : null,
    };
}
