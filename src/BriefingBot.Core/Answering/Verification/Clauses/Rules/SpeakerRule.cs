using BriefingBot.Core.Answering.Verification.Clauses.Speech;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification.Clauses.Rules;

/// <summary>
/// What somebody says is said by the one whose verb of speech governs it in the evidence, with the same force. Stateless.
/// </summary>
internal static class SpeakerRule
{
    /// <summary>The fault, or null.</summary>
    /// <param name="alignment">The claim on its evidence.</param>
    /// <param name="reporters">The words of outlets and authors: that they report it is no claim.</param>
    /// <param name="strictness">How strict.</param>
    public static DropReason? FindFault(ClauseAlignment alignment, IReadOnlySet<string> reporters, Strictness strictness)
    {
        foreach (var speech in alignment.Claim.Speeches)
        {
            if (!IsReport(speech, reporters) && FindFault(alignment, speech, strictness) is { } fault)
            {
                return fault;
            }
        }

        return LosesSpeaker(alignment, reporters, strictness) ? DropReason.AttributionLost : null;
    }

    private static bool IsReport(SpeechFrame speech, IReadOnlySet<string> reporters) =>
        speech.Speaker.Any(token => IsReporter(token, reporters))
        && speech.Speaker.All(token => !token.IsContent || IsReporter(token, reporters));

    private static bool IsReporter(ClauseToken token, IReadOnlySet<string> reporters) =>
        reporters.Contains(token.Root)
        || (token.Date is not null && reporters.Contains(EnglishVerbs.RootOf(token.Key)))
        || token.Root is "articl" or "report" or "coverag" or "outlet" or "newspap" or "passag" or "stori";

    private static DropReason? FindFault(ClauseAlignment alignment, SpeechFrame speech, Strictness strictness)
    {
        int borne = 0;
        int same = 0;
        int told = 0;
        int forceful = 0;
        for (int i = 0; i < alignment.Claim.Tokens.Count; i++)
        {
            var token = alignment.Claim.Tokens[i];
            if (!token.IsContent || !Governs(speech, token) || alignment.Places[i] is not { } place)
            {
                continue;
            }

            borne++;
            bool isTold = false;
            bool isSame = false;
            bool isForceful = false;
            foreach (var known in SpeechesOf(alignment.Evidence, place))
            {
                isTold = true;
                bool agrees = IsSameSpeaker(alignment, speech, known.Frame, known.Sentence);
                isSame |= agrees;
                isForceful |= agrees && IsSameForce(speech.Force, known.Frame.Force, strictness);
            }

            told += isTold ? 1 : 0;
            same += isSame ? 1 : 0;
            forceful += isForceful ? 1 : 0;
        }

        if (borne == 0)
        {
            return null;
        }

        return 2 * told < borne || 2 * same < borne ? DropReason.OtherSpeaker
            : 2 * forceful < borne ? DropReason.ForceChanged
            : null;
    }

    private static bool Governs(SpeechFrame speech, ClauseToken token)
    {
        for (var at = token.Speech; at is not null; at = at.Outer)
        {
            if (at.Verb == speech.Verb)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The speeches that a token of the evidence is part of; of a quotation without a speaker of its own, the one of the sentence beside
    /// it.
    /// </summary>
    private static IEnumerable<(SpeechFrame Frame, int Sentence)> SpeechesOf(IReadOnlyList<ClauseSentence> evidence, ClausePlace place)
    {
        var token = evidence[place.Sentence].Tokens[place.Token];
        for (var at = token.Speech; at is not null; at = at.Outer)
        {
            yield return (at, place.Sentence);
        }

        if (token.Speech is null)
        {
            foreach (int beside in (int[])[place.Sentence - 1, place.Sentence + 1, place.Sentence - 2])
            {
                bool isBeside =
                    beside >= 0
                    && beside < evidence.Count
                    && evidence[beside].Passage == evidence[place.Sentence].Passage
                    && evidence[beside].Speeches.Count > 0;
                if (isBeside && (token.IsQuoted || beside < place.Sentence))
                {
                    yield return (evidence[beside].Speeches[^1], beside);
                    yield break;
                }
            }
        }
    }

    private static bool IsSameSpeaker(ClauseAlignment alignment, SpeechFrame said, SpeechFrame known, int sentence)
    {
        var saidNames = NameWords.Of(said.Speaker);
        var knownNames = NameWords.Of(known.Speaker);
        ClauseToken[] saidWords = [.. said.Speaker.Where(token => token.IsContent)];
        if (saidWords.Length == 0)
        {
            return true;
        }

        if (saidNames.Count > 0)
        {
            return NameWords.Meet(saidNames, knownNames)
                || (
                    knownNames.Count == 0
                    && IsReferring(known.Speaker)
                    && NameWords.Meet(
                        saidNames,
                        Referents.Of(
                            alignment.Evidence,
                            sentence,
                            known.Speaker.Count > 0 ? IndexOf(alignment, sentence, known.Speaker[0]) : 0
                        )
                    )
                );
        }

        ClauseToken[] knownWords = [.. known.Speaker.Where(token => token.IsContent)];
        return saidWords.Any(word => knownWords.Any(other => ClauseMatch.Of(word, other) > 0))
            || known.Speaker.All(token => !token.IsContent)
            || saidWords.All(word => TitleWords.Contains(word.Key));
    }

    /// <summary>A pronoun or "the minister", "its spokesman": somebody who was named before. "Police" is nobody of these.</summary>
    private static bool IsReferring(IReadOnlyList<ClauseToken> speaker) =>
        speaker.All(token => !token.IsContent) || speaker[0].Key is "the" or "its" or "his" or "her" or "their" or "a" or "an";

    private static int IndexOf(ClauseAlignment alignment, int sentence, ClauseToken token)
    {
        var tokens = alignment.Evidence[sentence].Tokens;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (ReferenceEquals(tokens[i], token))
            {
                return i;
            }
        }

        return 0;
    }

    private static bool IsSameForce(string said, string known, Strictness strictness) =>
        said == known || (strictness == Strictness.Balanced && !IsPolar(said) && !IsPolar(known));

    private static bool IsPolar(string force) => force is "deny" or "admit" or "promise" or "threaten" or "order" or "accuse";

    /// <summary>What is told as said, claimed or denied by somebody in the evidence is told as a fact.</summary>
    private static bool LosesSpeaker(ClauseAlignment alignment, IReadOnlySet<string> reporters, Strictness strictness)
    {
        int borne = 0;
        int lost = 0;
        for (int i = 0; i < alignment.Claim.Tokens.Count; i++)
        {
            var token = alignment.Claim.Tokens[i];
            if (!token.IsContent || token.IsName || alignment.Places[i] is not { } place)
            {
                continue;
            }

            borne++;
            var known = alignment.Evidence[place.Sentence].Tokens[place.Token].Speech;
            bool isLost =
                known is not null
                && Depth(token.Speech, reporters) < Depth(known, reporters)
                && (strictness == Strictness.Strict || (token.Speech is null && known.Force != "say"));
            lost += isLost ? 1 : 0;
        }

        return borne > 0 && 2 * lost > borne;
    }

    /// <summary>How many speak: in "Wang said some had questioned it" two.</summary>
    private static int Depth(SpeechFrame? speech, IReadOnlySet<string> reporters)
    {
        int depth = 0;
        for (var at = speech; at is not null; at = at.Outer)
        {
            depth += IsReport(at, reporters) ? 0 : 1;
        }

        return depth;
    }
}
