using System.Collections.Frozen;

namespace BriefingBot.Core.Text;

/// <summary>Words that, capitalised, open a sentence and hardly ever stand inside a name: they decide where "U.S." ends one.</summary>
internal static class SentenceOpeners
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        [
            "The", "A", "An", "It", "Its", "He", "She", "They", "We", "I", "You", "His", "Her", "Their", "Our", "My", "Your",
            "This", "That", "These", "Those", "There", "Here", "But", "And", "Or", "So", "Yet", "Nor", "If", "In", "On", "At", "As", "For", "From", "By",
            "With", "Without", "Within", "After", "Before", "During", "Since", "Until", "While", "When", "Whenever", "Where", "What", "Who", "Whose", "Why",
            "How", "Which", "Although", "Though", "Because", "However", "Meanwhile", "Moreover", "Nevertheless", "Still", "Also", "Then", "Now", "Not",
            "Such", "Some", "Many", "Most", "More", "Much", "Several", "Other", "Others", "Another", "Each", "Every", "Both", "Either", "Neither",
            "All", "Any", "Anyone", "Everyone", "Nobody", "Nothing", "Nearly", "Almost", "About", "Under", "Over", "Between", "Among", "Despite", "Instead",
            "Later", "Earlier", "Last", "Once", "Only", "Even", "Just", "Perhaps", "Asked", "According", "Unlike", "Like", "Across", "Through", "Throughout",
            "To", "Is", "Are", "Was", "Were", "Do", "Does", "Did", "Have", "Has", "Had", "Can", "Could", "Would", "Should", "Let", "Nor",
            "Following", "Given", "Including", "Overall", "Indeed", "Finally", "Additionally", "Separately", "Similarly", "Previously", "Recently",
            "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Dozens", "Hundreds", "Thousands",
        ],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Does the text begin with such a word? "In-young" is a name and does not count.</summary>
    public static bool Open(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
        {
            length++;
        }

        bool hyphenated = length + 1 < text.Length && text[length] == '-' && char.IsLetter(text[length + 1]);
        bool initial = length == 1 && length < text.Length && text[length] == '.';
        return length > 0 && !hyphenated && !initial && BySpan.Contains(text[..length]);
    }
}
