using System.Text.Json;

namespace BriefingBot.Evaluation;

/// <summary>A question set: one JSON object a line.</summary>
/// <param name="Entries">The questions in the order of the file.</param>
public sealed record QuestionSet(IReadOnlyList<QuestionSetEntry> Entries)
{
    /// <summary>Reads a set; empty lines are skipped.</summary>
    /// <exception cref="QuestionSetException">The file is missing, has no questions, or a line is not one; the message names the
    /// line.</exception>
    public static async Task<QuestionSet> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new QuestionSetException($"The question set '{path}' does not exist. Give --questions the path of a JSONL file.");
        }

        List<QuestionSetEntry> entries = [];
        int number = 0;
        await foreach (string line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                entries.Add(ReadLine(path, number, line));
            }
        }

        return entries.Count > 0
            ? new QuestionSet(entries)
            : throw new QuestionSetException($"The question set '{path}' holds no questions.");
    }

    private static QuestionSetEntry ReadLine(string path, int number, string line)
    {
        try
        {
            return JsonSerializer.Deserialize<QuestionSetEntry>(line) ?? throw new JsonException("null");
        }
        catch (JsonException exception)
        {
            throw new QuestionSetException($"Line {number} of '{path}' is not a question: {exception.Message}");
        }
    }
}
