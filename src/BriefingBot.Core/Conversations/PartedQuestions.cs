using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Conversations;

/// <summary>
/// Answers a question that asks several things part by part, and knows which parts the coverage does not tell. Thread-safe.
/// </summary>
internal sealed class PartedQuestions(HybridRetriever retriever, ExtractiveComposer composer)
{
    /// <summary>The draft; null when it asks one thing, or none of its parts finds anything.</summary>
    /// <exception cref="Retrieval.Store.StoreException">The coverage cannot be read.</exception>
    public async Task<PartedAnswer?> FindAnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var parts = QuestionParts.Split(question.Standalone);
        if (parts.Count == 1 || question.IsOverview)
        {
            return null;
        }

        List<RetrievedPassage> passages = [];
        List<DraftSentence> sentences = [];
        List<string> untold = [];
        foreach (var part in parts)
        {
            if (Read(part, question) is not { } asked)
            {
                return null;
            }

            var retrieved = await retriever.RetrieveAsync(asked, cancellationToken);
            var draft = composer.Compose(retrieved.Read ?? asked, retrieved);
            if (draft.Sentences.Count == 0)
            {
                untold.Add(part.Words);
                continue;
            }

            passages.AddRange(retrieved.Passages);
            var added = draft.Sentences.Where(sentence => sentences.TrueForAll(known => known.Text != sentence.Text)).ToList();
            sentences.AddRange(
                added.Select(static (sentence, i) => sentence with { StartsParagraph = sentence.StartsParagraph || i == 0 })
            );
        }

        RetrievedPassages all = new([.. passages.DistinctBy(static passage => passage.Passage.Id)], [], TimeSpan.Zero);
        return sentences.Count == 0 ? null : new PartedAnswer(all, new DraftAnswer(ComposerKind.Extractive, sentences), untold);
    }

    /// <summary>What is to be said of the parts that nothing answers.</summary>
    public static IEnumerable<string> NotesOf(PartedAnswer? answer) =>
        (answer?.Untold ?? []).Select(static part => $"The coverage does not answer this part of the question: \u201C{part}\u201D.");

    /// <summary>A part in the period and the places of the whole.</summary>
    private static Question? Read(QuestionPart part, Question whole)
    {
        try
        {
            var read = QuestionText.Understand(part.Words, new StandaloneQuestion(part.Standalone, part.Standalone.Length), whole.AsOf);
            return read with
            {
                Window = read.Window ?? whole.Window,
                HintedWindow = read.HintedWindow ?? whole.HintedWindow,
                IsWindowRelative = read.Window is null ? whole.IsWindowRelative : read.IsWindowRelative,
                IsBackdated = whole.IsBackdated,
                Source = whole.Source,
                Collections = whole.Collections,
            };
        }
        catch (InvalidQuestionException)
        {
            return null;
        }
    }
}
