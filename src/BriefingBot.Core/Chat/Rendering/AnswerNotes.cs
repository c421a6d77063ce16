using BriefingBot.Core.Answering;

namespace BriefingBot.Core.Chat.Rendering;

/// <summary>What is said below an answer of how it came about; each a whole sentence, the same on every front.</summary>
public static class AnswerNotes
{
    /// <summary>The sentences; empty when there is nothing to say.</summary>
    /// <param name="composer">Who wrote the draft.</param>
    /// <param name="fallback">Why a configured model did not write it, or not all of it.</param>
    /// <param name="dropped">How many sentences did not pass the check.</param>
    /// <param name="abstained">The coverage does not say.</param>
    public static IEnumerable<string> Of(ComposerKind composer, ModelFallback fallback, int dropped, bool abstained)
    {
        if (fallback != ModelFallback.None)
        {
            yield return Of(fallback, composer);
        }
        else if (composer == ComposerKind.Model && !abstained)
        {
            yield return "Written by a language model from the coverage, each sentence checked against what it cites.";
        }

        if (dropped > 0)
        {
            yield return dropped == 1
                ? "1 sentence did not pass the check and was left out."
                : $"{dropped} sentences did not pass the check and were left out.";
        }
    }

    private static string Of(ModelFallback fallback, ComposerKind composer)
    {
        string reason = fallback switch
        {
            ModelFallback.TimedOut => "The language model did not answer in time",
            ModelFallback.RateLimited => "The language model is not taking requests right now",
            ModelFallback.CutOff => "The language model's answer broke off",
            ModelFallback.NotVerified => "Too little of what the language model wrote passed the check",
            ModelFallback.UserLimit => "You have used up your written answers for today",
            ModelFallback.DailyLimit => "Today's written answers are used up",
            _ => "The language model could not be reached",
        };
        return composer == ComposerKind.Model ? $"{reason}; the rest quotes the articles." : $"{reason}; this quotes the articles instead.";
    }
}
