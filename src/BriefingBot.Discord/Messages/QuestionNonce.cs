using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BriefingBot.Core.Chat.Inbox;
using BriefingBot.Core.Chat.Journal;

namespace BriefingBot.Discord.Messages;

/// <summary>Names a part of a reply, so that posting it again within a few minutes gives the message that is there.</summary>
internal static class QuestionNonce
{
    private const int Bytes = 18;

    /// <summary>24 characters; Discord takes 25.</summary>
    public static string Of(ChatQuestionId question, int part) => Hash($"{question}/{part}");

    /// <summary>The same for a line beside the reply.</summary>
    public static string OfLine(ChatQuestionId question, string line) => Hash($"line:{question}/{line}");

    /// <summary>The same for an answer that is shared.</summary>
    public static string OfShared(AnswerId answer, int part) => Hash($"shared:{answer}/{part}");

    private static string Hash(string name) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, Bytes));
}
