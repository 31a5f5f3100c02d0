using System.Collections.ObjectModel;
using System.Text;

namespace Hyperactor.Failures;

/// <summary>
/// What of an exception survives the way to another process or into a log: its type, its message and its stack, and
/// those of what caused it. Never throws, whatever the exception's own members do, and never grows past its limits.
/// </summary>
public static class FailureText
{
    /// <summary>The most characters of a whole text.</summary>
    public const int LengthMax = 16_384;

    /// <summary>The most characters of one message.</summary>
    public const int MessageLengthMax = 4_096;

    /// <summary>
    /// The most characters of one stack; of what is longer, the frames nearest to the throw are kept.
    /// </summary>
    public const int StackLengthMax = 4_096;

    /// <summary>The most characters of the name of a type.</summary>
    public const int TypeLengthMax = 512;

    /// <summary>How many causes below one another are told.</summary>
    public const int DepthMax = 16;

    /// <summary>How many causes beside one another are told, of an <see cref="AggregateException"/>.</summary>
    public const int WidthMax = 16;

    /// <summary>How many messages of causes the message of an <see cref="AggregateException"/> may repeat.</summary>
    public const int RepeatedMessagesMax = 64;

    /// <summary>The exception and its causes, each with its type, message and stack.</summary>
    public static string Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var text = new StringBuilder();
        Append(text, exception, depth: 0);
        return Cut(text.ToString(), LengthMax);
    }

    /// <summary>The full name of the type of the exception.</summary>
    public static string TypeOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var type = exception.GetType();
        return Cut(type.FullName ?? type.Name, TypeLengthMax);
    }

    /// <summary>
    /// The message of the exception, or what its getter threw. That of an <see cref="AggregateException"/> repeats
    /// those of all below it, however often one occurs there, and is left out where that would be many.
    /// </summary>
    public static string MessageOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var left = RepeatedMessagesMax;
        return !RepeatsFew(exception, ref left)
            ? $"<more than {RepeatedMessagesMax} messages of causes>"
            : Read(exception, static e => e.Message, "message", MessageLengthMax);
    }

    /// <summary>
    /// The beginning of a text, cut between characters and never within one, with a mark if it was cut.
    /// </summary>
    internal static string Cut(string text, int lengthMax)
    {
        if (text.Length <= lengthMax)
        {
            return text;
        }

        var end = lengthMax - 1;
        if (end > 0 && char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static void Append(StringBuilder text, Exception exception, int depth)
    {
        text.Append(TypeOf(exception)).Append(": ").Append(MessageOf(exception));
        var stack = Read(exception, static e => e.StackTrace, "stack", StackLengthMax);
        if (stack.Length > 0)
        {
            text.Append('\n').Append(stack);
        }

        var causes = CausesOf(exception);
        if (causes.Count > 0 && depth == DepthMax)
        {
            text.Append("\n---> causes below are left out");
            return;
        }

        for (var i = 0; i < causes.Count && text.Length < LengthMax; i++)
        {
            if (i == WidthMax)
            {
                text.Append("\n---> ").Append(causes.Count - i).Append(" more causes are left out");
                return;
            }

            text.Append("\n---> ");
            if (causes.Count > 1)
            {
                text.Append('(').Append(i + 1).Append(" of ").Append(causes.Count).Append(") ");
            }

            Append(text, causes[i], depth + 1);
        }
    }

    private static ReadOnlyCollection<Exception> CausesOf(Exception exception) => exception switch
    {
        AggregateException many => many.InnerExceptions,
        { InnerException: { } one } => new([one]),
        _ => ReadOnlyCollection<Exception>.Empty,
    };

    private static bool RepeatsFew(Exception exception, ref int left)
    {
        if (--left < 0)
        {
            return false;
        }

        if (exception is AggregateException many)
        {
            foreach (var cause in many.InnerExceptions)
            {
                if (!RepeatsFew(cause, ref left))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static string Read(Exception exception, Func<Exception, string?> property, string name, int lengthMax)
    {
        try
        {
            return Cut(property(exception) ?? "", lengthMax);
        }
        catch (Exception e)
        {
            return $"<its {name} threw {TypeOf(e)}>";
        }
    }
}
