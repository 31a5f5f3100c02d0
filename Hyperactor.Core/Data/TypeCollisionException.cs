namespace Hyperactor.Data;

/// <summary>
/// Two types go by one name or number, or one type by two names; give one of them another URI with <c>[Named("…")]</c>.
/// </summary>
/// <param name="first">The name that was there first.</param>
/// <param name="second">The name that came second.</param>
/// <param name="firstType">The type that was there first.</param>
/// <param name="secondType">The type that came second.</param>
public sealed class TypeCollisionException(string first, string second, Type firstType, Type secondType)
    : InvalidOperationException(firstType == secondType
        ? $"{firstType} goes by two names, {first} and {second}. Register it once."
        : $"{firstType} ({first}) and {secondType} ({second}) cannot be told apart. Name one of them with [Named(\"…\")].");
