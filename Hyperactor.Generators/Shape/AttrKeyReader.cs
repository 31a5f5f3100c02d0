using Hyperactor.Data;
using Hyperactor.Generators.Model;
using Hyperactor.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hyperactor.Generators.Shape;

/// <summary>Reads the keys and settings of a class.</summary>
/// <param name="type">The class.</param>
/// <param name="prefix">What their names begin with.</param>
/// <param name="violations">Takes what is wrong with them.</param>
internal sealed class AttrKeyReader(INamedTypeSymbol type, string prefix, List<Violation>? violations)
{
    /// <summary>What the catalog registers for the keys that were read.</summary>
    public List<Registration> Registrations { get; } = [];

    /// <summary>Reads a property; null if it is none of ours, or is not well formed.</summary>
    public AttrKeyModel? Read(IPropertySymbol property, CancellationToken cancellation)
    {
        var marked = property.Has("Attr") || property.Has("Setting");
        var implemented = property.PartialImplementationPart is { } part && !TypeReader.IsGenerated(part);
        if (implemented || (!property.IsPartialDefinition && !marked) || property.Type.TypeKind == TypeKind.Error)
        {
            return null;
        }

        var name = Name(property);
        if (Problem(property, name) is { } problem)
        {
            violations.Report(Rules.HYP4002AttrShape, property, property.Name, problem);
            return null;
        }

        var value = ((INamedTypeSymbol)property.Type).TypeArguments[0];
        var key = value.TypeKind == TypeKind.Error ? null
            : property.Type.Name == "Setting" ? Setting(property, value, name)
            : Key(property, value, name);
        if (key is null)
        {
            return null;
        }

        Registrations.Add(new(name, RegistrationKind.Attr, $"{type.Type()}.{key.Property}"));
        return DocReader.Plain(property, cancellation) is { } summary && key.Assigned.All(static a => a.Name != "Summary")
            ? key with { Assigned = new([.. key.Assigned, new("Summary", Quote(summary))]) }
            : key;
    }

    /// <summary>The whole name of a key.</summary>
    private string Name(IPropertySymbol property) =>
        (property.Ours("Attr") ?? property.Ours("Setting")).Argument<string>("Name")
            ?? $"{prefix}.{AttrReader.Snake(property.Name)}";

    private static string? Problem(IPropertySymbol property, string name) =>
        !property.IsPartialDefinition ? "it is not partial"
        : !property.IsStatic ? "it is not static"
        : property.IsIndexer || property.GetMethod is null || property.SetMethod is not null ? "it must be { get; }"
        : property.Type is not INamedTypeSymbol { Arity: 1 } key || !(key.IsHyperactor("AttrKey") || key.IsHyperactor("Setting"))
            ? "its type is neither AttrKey<T> nor Setting<T>"
        : !property.ContainingType.Has("DeclareAttrs") ? $"'{property.ContainingType.Name}' is not marked [DeclareAttrs]"
        : property.Type.Name == "AttrKey" && property.Has("Setting") ? "[Setting] is for Setting<T>; use [Attr]"
        : property.Type.Name == "Setting" && property.Has("Attr") ? "[Attr] is for AttrKey<T>; use [Setting]"
        : property.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal)
            ? "the catalog cannot reach it; make it public or internal"
        : !AttrName.IsName(name) ? $"its name would be \"{name}\", which is none: {AttrName.Grammar}"
        : null;

    private AttrKeyModel? Key(IPropertySymbol property, ITypeSymbol value, string name)
    {
        var facts = TypeReader.Read(value);
        if (!facts.IsGood)
        {
            MessageReader.NotSerializable(violations, property, value, facts.Problem!, type);
            return null;
        }

        var attr = property.Ours("Attr");
        var arguments = new List<string> { Quote(name) };
        if (attr is not null && attr.NamedArguments.FirstOrDefault(static a => a.Key == "Default") is { Key: not null } given)
        {
            var literal = Literals.Convert(value, given.Value, out var problem);
            if (literal is null)
            {
                violations.Report(Rules.HYP4003AttrDefault, attr, property, property.Name, problem!);
                return null;
            }

            arguments.Add(literal);
        }

        Registrations.AddRange(facts.Registrations);
        return Model(property, name, arguments, Given(attr, "Summary"));
    }

    private AttrKeyModel? Setting(IPropertySymbol property, ITypeSymbol value, string name)
    {
        if (SettingReader.Form(value, property.Ours("Setting").Argument<string>("Unit")) is not { } form)
        {
            violations.Report(
                Rules.HYP4002AttrShape, property, property.Name,
                $"'{value.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)}' has no text form; use a number, bool, "
                + "string, TimeSpan, an enum, or a type that implements ISpanParsable<T>");
            return null;
        }

        var setting = property.Ours("Setting");
        if (SettingReader.Problem(form, value, setting) is { } problem)
        {
            if (setting is null)
            {
                violations.Report(Rules.HYP4003AttrDefault, property, property.Name, problem);
            }
            else
            {
                violations.Report(Rules.HYP4003AttrDefault, setting, property, property.Name, problem);
            }

            return null;
        }

        // So that a setting can be an attribute as well, if its values can travel.
        var facts = TypeReader.Read(value);
        Registrations.AddRange(facts.IsGood ? facts.Registrations : []);
        return Model(
            property,
            name,
            [Quote(name), SettingReader.Format(form, value), Quote(setting.Argument<string>("Default")!)],
            Given(setting, "Unit", "Minimum", "Maximum", "Environment", "Summary"));
    }

    private static AttrKeyModel Model(
        IPropertySymbol property, string name, IEnumerable<string> arguments, IEnumerable<AssignedModel> assigned) => new(
            name,
            Identifiers.Escape(property.Name),
            property.DeclaredAccessibility == Accessibility.Public ? "public" : "internal",
            property.Type.AnnotatedType(),
            arguments.ToEquatable(),
            assigned.ToEquatable());

    private static IEnumerable<AssignedModel> Given(AttributeData? attribute, params string[] names) =>
        from name in names
        let text = attribute.Argument<string>(name)
        where text is not null
        select new AssignedModel(name, Quote(text));

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
