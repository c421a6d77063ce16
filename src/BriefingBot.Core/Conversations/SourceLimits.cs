using BriefingBot.Core.Questions;
using BriefingBot.Core.Questions.Sources;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Conversations;

/// <summary>Finds the outlet or author whose reports a question asks for among those of the coverage. Thread-safe.</summary>
public sealed class SourceLimits(ICoverageStore store)
{
    /// <summary>
    /// The question without the words that name a source, limited to it; as it is when it names none.
    /// </summary>
    /// <param name="question">The question as read.</param>
    /// <param name="any">The source is set aside: its words are taken out, and everyone's reports are seen.</param>
    /// <param name="cancellationToken">Ends the look at the store.</param>
    /// <exception cref="StoreException">The coverage cannot be read.</exception>
    public async Task<Question> ReadAsync(Question question, bool any, CancellationToken cancellationToken)
    {
        if (!SourcePhraseReader.MayName(question.Standalone))
        {
            return question;
        }

        var names = SourceNames.Of(await store.GetCreditsAsync(cancellationToken));
        if (SourcePhraseReader.Read(question.Standalone, names) is not { Rest.Length: > 0 } named)
        {
            return question;
        }

        try
        {
            // As a person would say it: what remains may begin in the middle.
            string standalone = char.ToUpperInvariant(named.Rest[0]) + named.Rest[1..];
            int carried = question.Standalone.Length - question.Text.Length;
            int own = carried > 0 && carried < standalone.Length ? standalone.Length - carried : standalone.Length;
            var rest = QuestionText.Understand(standalone, new StandaloneQuestion(standalone, own), question.AsOf);
            return rest with
            {
                Text = question.Text,
                IsBackdated = question.IsBackdated,
                Collections = question.Collections,
                Window = question.Window is null ? null : rest.Window,
                HintedWindow = question.HintedWindow is null ? null : rest.HintedWindow,
                IsWindowRelative = question.IsWindowRelative && rest.IsWindowRelative,
                NamedSource = named.Source,
                IsSourceSetAside = any,
                Source = any ? null : named.Source,
            };
        }
        catch (InvalidQuestionException)
        {
            // Nothing is left to look up: the name is what is asked about.
            return question;
        }
    }
}
