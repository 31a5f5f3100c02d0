using System.Globalization;
using System.IO.Compression;

namespace DigitsTraining;

/// <summary>Reads digits from a file: CSV without a header, or gzip of it, whatever its name is.</summary>
internal static class DigitsFile
{
    private const int ValuesPerRow = Digits.PixelsPerImage + 1;

    /// <summary>The digits that come with the program.</summary>
    internal static string Default => Path.Combine(AppContext.BaseDirectory, "data", "digits.csv.gz");

    /// <summary>Reads a file.</summary>
    /// <exception cref="BadInputException">It is none, or holds something else; the message names the line.</exception>
    internal static Digits Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new BadInputException($"{path} is a directory.");
        }

        if (!File.Exists(path))
        {
            throw new BadInputException($"There is no file '{path}'.");
        }

        try
        {
            using var stream = Open(path);
            using var reader = new StreamReader(stream);
            return ReadRows(path, reader);
        }
        catch (InvalidDataException)
        {
            throw new BadInputException($"{path} begins like gzip and goes on otherwise.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be read: {e.Message}");
        }
    }

    private static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        var compressed = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        return compressed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private static Digits ReadRows(string path, StreamReader reader)
    {
        List<byte> pixels = [];
        List<byte> labels = [];
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            try
            {
                ReadRow(line, pixels, labels);
            }
            catch (FormatException e)
            {
                throw new BadInputException($"{path}, line {number}: {e.Message}");
            }
        }

        return labels.Count >= Digits.HoldOutEvery
            ? new(pixels.ToArray(), labels.ToArray())
            : throw new BadInputException(
                $"{path} has {labels.Count} rows, and it takes {Digits.HoldOutEvery} to hold one of them out.");
    }

    private static void ReadRow(ReadOnlySpan<char> line, List<byte> pixels, List<byte> labels)
    {
        var found = line.Count(',') + 1;
        if (found != ValuesPerRow)
        {
            throw new FormatException($"expected {ValuesPerRow} values and found {found}.");
        }

        var column = 0;
        foreach (var part in line.Split(','))
        {
            if (++column < ValuesPerRow)
            {
                pixels.Add(ReadValue(line[part], column, "a shade", Digits.ShadeMax));
            }
            else
            {
                labels.Add(ReadValue(line[part], column, "a digit", Digits.Classes - 1));
            }
        }
    }

    private static byte ReadValue(ReadOnlySpan<char> text, int column, string what, int most) =>
        byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most
            ? value
            : throw new FormatException($"value {column} is '{text}', and {what} is a whole number from 0 to {most}.");
}
