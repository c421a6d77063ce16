using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Answering.Prompts;
using BriefingBot.Core.Answering.Verification.Notation;
using BriefingBot.Core.Diagnostics;
using BriefingBot.Core.Questions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Conversations;

/// <summary>
/// Lets the model make a follow-up stand for itself. Rules do it when the model fails, is slow, or writes what the conversation does not
/// say. Thread-safe.
/// </summary>
public sealed partial class StandaloneQuestionWriter(
    ModelStream model,
    PromptLibrary prompts,
    ModelLimits limits,
    IOptions<ModelOptions> options,
    ILogger<StandaloneQuestionWriter> logger
)
{
    private const int MaxOutputTokens = 150;

    /// <summary>The share of an answer's time that may go into understanding the question.</summary>
    private const double TimeShare = 0.25;

    /// <summary>The standalone form; the question itself when it stands for itself already.</summary>
    /// <param name="text">The question of this turn.</param>
    /// <param name="history">The earlier questions, oldest first.</param>
    /// <param name="asOf">The day it is asked on.</param>
    /// <param name="asker">Whose share of the model it is taken from.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<StandaloneQuestion> WriteAsync(
        string text,
        IReadOnlyList<string> history,
        DateOnly asOf,
        string? asker,
        CancellationToken cancellationToken
    )
    {
        var byRules = FollowUpResolver.Resolve(text, history);
        string[] earlier = [.. history.Where(question => !string.IsNullOrWhiteSpace(question)).TakeLast(FollowUpResolver.MaxHistory)];
        if (earlier.Length == 0 || !FollowUpResolver.Depends(text))
        {
            return byRules;
        }

        var (usedUp, permit) = await limits.TryTakeAsync(asker, cancellationToken);
        using (permit)
        {
            if (usedUp != ModelFallback.None)
            {
                return byRules;
            }

            string? written = await AskAsync(text, earlier, asOf, asker, cancellationToken);
            return written is not null && IsBorneOut(written, text, earlier) ? new StandaloneQuestion(written, written.Length) : byRules;
        }
    }

    private async Task<string?> AskAsync(string text, string[] earlier, DateOnly asOf, string? asker, CancellationToken cancellationToken)
    {
        PromptFences fences = new();
        var prompt = prompts
            .Get(PromptKind.StandaloneQuestion)
            .Render(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    [Placeholders.Nonce] = fences.Nonce,
                    [Placeholders.Earlier] = string.Join("\n\n", earlier.Select((question, i) => fences.Earlier(i + 1, question))),
                    [Placeholders.Question] = fences.Question(text),
                    [Placeholders.AsOf] = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                }
            );
        ModelCall call = new(
            ModelPurpose.StandaloneQuestion,
            prompt,
            MaxOutputTokens,
            TimeSpan.FromSeconds(options.Value.Timeout * TimeShare),
            asker
        );
        StringBuilder written = new();
        try
        {
            await foreach (string piece in model.WriteAsync(call, new ModelCallResult(), cancellationToken))
            {
                written.Append(piece);
            }

            return written.ToString().Trim();
        }
        catch (ModelException exception)
        {
            LogByRules(exception.Reason, exception.Message);
            return null;
        }
    }

    /// <summary>One line, and no word in it that carries meaning and stands in none of the questions.</summary>
    private static bool IsBorneOut(string written, string text, string[] earlier)
    {
        if (written.Length is 0 or > QuestionReader.MaxLength || written.Any(char.IsControl) || ForbiddenNotation.StandsIn(written))
        {
            return false;
        }

        string said = string.Join('\n', [text, .. earlier]);
        HashSet<string> stems = [.. Text.WordTokenizer.Tokenize(said).Select(word => word.Stem)];
        return Text
            .WordTokenizer.Tokenize(written)
            .All(word =>
                stems.Contains(word.Stem)
                || Text.StopWords.Contains(word.Stem)
                || (word.Length <= 4 && Small().IsMatch(written.AsSpan(word.Start, word.Length)))
            );
    }

    [GeneratedRegex("^[a-z]+$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Small();

    [LoggerMessage(
        EventIds.Conversations + 1,
        LogLevel.Information,
        "A follow-up was resolved by rules, the model did not ({Reason}): {Message}"
    )]
    private partial void LogByRules(ModelFallback reason, string message);
}
