namespace BriefingBot.Core.Text;

/// <summary>Splits text into words as the word index does: letters and digits, lower case, without diacritics, Porter-stemmed.</summary>
public static class WordTokenizer
{
}
