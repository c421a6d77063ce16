namespace BriefingBot.Core.Chat.Rendering;

/// <summary>A platform's way of writing. Its adapter implements it; stateless.</summary>
public abstract class ChatMarkup
{
    /// <summary>
    /// Writes a run: escapes its text so that nothing in it acts as markup, mention or link, and adds what its kind and link need. Never
    /// adds a line break.
    /// </summary>
    /// <param name="inline">The run.</param>
    /// <param name="within">The kind of block that it stands in: some platforms write their blocks in different ways.</param>
    public abstract string Render(Inline inline, AnswerBlockKind within);

    /// <summary>
    /// Sets a rendered block, or the part of one that a message holds, into what its kind needs: the marks of a quote, a code fence. Both
    /// ends are written around each part, so that nothing stays open at the end of a message.
    /// </summary>
    public virtual string Wrap(AnswerBlockKind kind, string text) => text;

    /// <summary>
    /// The length that the platform counts; UTF-16 units by default. Two texts together must not be longer than their sum, and more text
    /// not shorter.
    /// </summary>
    public virtual int Measure(string text) => text.Length;
}
