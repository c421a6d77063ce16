// Runs @slack/bolt against the server named by FAKE_SLACK_API and tells what it saw, one JSON object a line. The test on the other side plays the people.
import bolt from '@slack/bolt';
import { createInterface } from 'node:readline';

const { App, HTTPReceiver, LogLevel, SocketModeReceiver } = bolt;
const say = (event, data = {}) => console.log(JSON.stringify({ event, ...data }));
const env = process.env;
const isHttp = env.FAKE_SLACK_MODE === 'http';

// Standard output is the transcript.
const logger = {
  debug: (...texts) => env.FAKE_SLACK_DEBUG && console.error(...texts),
  info: () => {},
  warn: (...texts) => console.error(...texts),
  error: (...texts) => console.error(...texts),
  setLevel: () => {},
  getLevel: () => (env.FAKE_SLACK_DEBUG ? LogLevel.DEBUG : LogLevel.INFO),
  setName: () => {},
};

const clientOptions = { slackApiUrl: env.FAKE_SLACK_API };
const receiver = isHttp
  ? new HTTPReceiver({ signingSecret: env.FAKE_SLACK_SIGNING_SECRET, endpoints: ['/slack/events', '/slack/commands', '/slack/interactivity'], logger })
  : new SocketModeReceiver({ appToken: env.FAKE_SLACK_APP_TOKEN, installerOptions: { clientOptions: { ...clientOptions } }, clientPingTimeout: 600, logger });
const app = new App({ token: env.FAKE_SLACK_BOT_TOKEN, receiver, clientOptions, logger });

const button = (action_id, text, value) => ({ type: 'button', action_id, text: { type: 'plain_text', text }, value });
const feedback = {
  type: 'context_actions',
  elements: [{
    type: 'feedback_buttons',
    action_id: 'feedback',
    positive_button: { text: { type: 'plain_text', text: 'Helpful' }, value: 'up' },
    negative_button: { text: { type: 'plain_text', text: 'Not helpful' }, value: 'down' },
  }],
};

const onMention = {
  stream: async ({ event, context, client }) => {
    const streamer = client.chatStream({
      channel: event.channel, thread_ts: event.ts, recipient_user_id: event.user, recipient_team_id: context.teamId, buffer_size: 20,
    });
    for (const word of 'The audit is on **12 March**, says the plan [1].'.split(' ')) await streamer.append({ markdown_text: `${word} ` });
    const early = await client.chat.update({ channel: event.channel, ts: streamer.ts, text: 'no' }).catch(error => error.data.error);
    await streamer.stop({ blocks: [feedback] });
    const late = await client.chat.appendStream({ channel: event.channel, ts: streamer.ts, markdown_text: 'more' }).catch(error => error.data.error);
    say('streamed', { ts: streamer.ts, early, late });
  },
  refuse: async ({ event, client }) => {
    const tries = [
      { text: 'x', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }] },
      { text: 'x', blocks: [{ type: 'unheard_of' }] },
      { text: 'x', markdown_text: 'y' },
      { text: 'x', channel: 'C0NOWHERE' },
      { text: '' },
    ];
    const errors = [];
    for (const body of tries) await client.chat.postMessage({ channel: event.channel, ...body }).catch(error => errors.push(error.data.error));
    say('refused', { errors });
  },
  edit: async ({ event, client }) => {
    const metadata = { event_type: 'answer', event_payload: { id: 'A1' } };
    const posted = await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'Working', metadata });
    await client.chat.update({ channel: event.channel, ts: posted.ts, text: 'Done' });
    await client.reactions.add({ channel: event.channel, timestamp: posted.ts, name: 'eyes' });
    const thread = await client.conversations.replies({ channel: event.channel, ts: event.ts, include_all_metadata: true });
    const link = await client.chat.getPermalink({ channel: event.channel, message_ts: posted.ts });
    const person = await client.users.info({ user: event.user });
    say('edited', {
      texts: thread.messages.map(message => message.text), answer: thread.messages[1].metadata.event_payload.id, link: link.permalink, admin: person.user.is_admin,
    });
  },
  answer: async ({ event, client, say: reply }) => {
    await client.assistant.threads.setStatus({ channel_id: event.channel, thread_ts: event.ts, status: 'is reading', loading_messages: ['Reading'] });
    const sent = await reply({
      thread_ts: event.ts,
      text: `You asked: ${event.text}`,
      unfurl_links: false,
      blocks: [
        { type: 'markdown', text: `**You asked:** ${event.text.replace(/<@[^>]+> /, '')}` },
        feedback,
        { type: 'actions', elements: [button('details', 'Details', event.ts)] },
      ],
    });
    say('answered', { ts: sent.ts });
  },
};

app.event('app_mention', async args => {
  const word = args.event.text.split(' ').find(part => part in onMention) ?? 'answer';
  await onMention[word](args);
});

app.message(async ({ message, say: reply }) => {
  say('message', { ts: message.ts, kind: message.channel_type, text: message.text, subtype: message.subtype });
  if (message.channel_type === 'im' && !message.subtype) await reply({ text: `In private: ${message.text}`, thread_ts: message.ts });
});

app.command('/briefing', async ({ command, ack, respond }) => {
  if (command.text === 'quick') {
    await ack({ response_type: 'ephemeral', text: 'At once' });
    return;
  }

  await ack();
  await respond({ response_type: 'ephemeral', text: `Looking for ${command.text}`, blocks: [{ type: 'actions', elements: [button('share', 'Share', command.text)] }] });
  say('commanded', { text: command.text, channel: command.channel_name, user: command.user_name });
});

app.action('share', async ({ action, ack, respond, body }) => {
  await ack();
  await respond({ delete_original: true });
  await respond({ response_type: 'in_channel', text: `Shared: ${action.value}` });
  say('shared', { ephemeral: body.container.is_ephemeral, hasMessage: 'message' in body });
});

app.action('details', async ({ action, ack, body, client }) => {
  await ack();
  const opened = await client.views.open({
    trigger_id: body.trigger_id,
    view: {
      type: 'modal',
      callback_id: 'details-form',
      title: { type: 'plain_text', text: 'Details' },
      submit: { type: 'plain_text', text: 'Send' },
      blocks: [{
        type: 'input', block_id: 'note', label: { type: 'plain_text', text: 'Note' }, element: { type: 'plain_text_input', action_id: 'text' },
      }],
    },
  });
  const again = await client.views.open({ trigger_id: body.trigger_id, view: opened.view }).catch(error => error.data.error);
  say('opened', { id: opened.view.id, value: action.value, again });
});

app.view('details-form', async ({ ack, view }) => {
  const text = view.state.values.note.text.value;
  if (!text) {
    await ack({ response_action: 'errors', errors: { note: 'Write something' } });
  } else {
    await ack();
  }

  say('submitted', { text });
});

app.action('feedback', async ({ action, ack }) => {
  await ack();
  say('rated', { value: action.value });
});

app.shortcut('check', async ({ shortcut, ack, respond }) => {
  await ack();
  await respond({ text: `Checked: ${shortcut.message.text}` });
  say('checked', { ts: shortcut.message.ts });
});

app.event('app_home_opened', async ({ event, client }) => {
  const blocks = [{ type: 'header', text: { type: 'plain_text', text: 'The coverage' } }, { type: 'divider' }];
  const first = await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
  const stale = await client.views.publish({ user_id: event.user, hash: 'old', view: { type: 'home', blocks } }).catch(error => error.data.error);
  await client.views.publish({ user_id: event.user, hash: first.view.hash, view: { type: 'home', blocks: [...blocks, ...blocks] } });
  say('published', { tab: event.tab, stale });
});

app.event('member_joined_channel', async ({ event }) => say('joined', { user: event.user, channel: event.channel }));

app.error(async error => say('error', { message: String(error.stack ?? error), original: String(error.original?.stack ?? '') }));
process.on('unhandledRejection', error => say('error', { message: String(error?.stack ?? error) }));

createInterface({ input: process.stdin }).on('line', async line => {
  if (line === 'exit') {
    const stopped = app.stop();
    // A connection that was opened and never used is not idle to Node.js, which would wait a minute for its first request.
    receiver.server?.closeAllConnections();
    await stopped;
    say('bye');
    process.exit(0);
  }
});

if (!isHttp) {
  receiver.client.on('connected', () => say('connected'));
  receiver.client.on('reconnecting', () => say('reconnecting'));
}

try {
  const server = await app.start(isHttp ? { port: 0, host: '127.0.0.1' } : undefined);
  const auth = await app.client.auth.test();
  say('ready', { address: isHttp ? `http://127.0.0.1:${server.address().port}` : null, user: auth.user_id, bot: auth.bot_id, team: auth.team_id });
} catch (error) {
  say('startFailed', { message: String(error.message), code: error.data?.error });
  process.exit(3);
}
