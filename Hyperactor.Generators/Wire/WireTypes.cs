namespace Hyperactor.Generators.Wire;

/// <summary>Reads the URIs of types: what a value of one holds, and where type parameters stand in it.</summary>
internal static class WireTypes
{
    private const string Delimiters = "<>,()[]? ";

    /// <summary>Adds the names of all types whose values may stand within other values.</summary>
    /// <param name="type">The URI of a type.</param>
    /// <param name="held">Whether a value of it is itself held; otherwise it is a whole message, reply or payload.</param>
    /// <param name="into">Where the names go.</param>
    public static void AddHeld(string type, bool held, ISet<string> into)
    {
        var at = 0;
        while (at < type.Length)
        {
            var before = at;
            Read(type, ref at).AddHeld(held, into);
            if (at == before)
            {
                at++;
            }
        }
    }

    /// <summary>Replaces names by others: those of type parameters are of no importance on the wire.</summary>
    public static string Rename(string type, IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        if (from.Count == 0)
        {
            return type;
        }

        var text = new System.Text.StringBuilder();
        for (var at = 0; at < type.Length;)
        {
            var name = Name(type, ref at);
            var index = from.ToList().IndexOf(name);
            text.Append(index >= 0 && index < to.Count ? to[index] : name);
            if (name.Length == 0)
            {
                text.Append(type[at++]);
            }
        }

        return text.ToString();
    }

    private static string Name(string type, ref int at)
    {
        var start = at;
        while (at < type.Length && Delimiters.IndexOf(type[at]) < 0)
        {
            at++;
        }

        return type.Substring(start, at - start);
    }

    private static Node Read(string type, ref int at)
    {
        var node = new Node(Name(type, ref at));
        if (at < type.Length && type[at] is '<' or '(' && (node.Name.Length == 0) == (type[at] == '('))
        {
            var end = type[at] == '<' ? '>' : ')';
            at++;
            while (at < type.Length && type[at] != end)
            {
                var before = at;
                node.Parts.Add(Read(type, ref at));
                if (at == before || (at < type.Length && type[at] is ',' or ' '))
                {
                    at++;
                }
            }

            at++;
        }

        while (at < type.Length && type[at] is '[' or ']' or '?')
        {
            node.IsItem = true;
            at++;
        }

        return node;
    }

    private sealed class Node(string name)
    {
        public string Name { get; } = name;

        public List<Node> Parts { get; } = [];

        // Of an array, or of a T?.
        public bool IsItem { get; set; }

        public void AddHeld(bool held, ISet<string> into)
        {
            if ((held || IsItem) && Name.Length > 0)
            {
                into.Add(Name);
            }

            // What is referred to is not held; what a port takes travels alone.
            if (Name is not ("ActorRef" or "GangRef"))
            {
                foreach (var part in Parts)
                {
                    part.AddHeld(held: Name is not ("PortRef" or "OncePortRef"), into);
                }
            }
        }
    }
}
