#!/usr/bin/env node
// Starts Brevier, or with --run another script, under Node 24 or newer: this Node when it is new enough, else the
// one that the package node-<platform>-<arch> brought. Plain old JavaScript: every Node must be able to parse it.
//
// V8 lets the space for young objects grow to some 100 MB in a program that mostly waits for its database; with a small
// one the drain bench takes the same time in 170 MB instead of 260. Old objects it lets pile up to twice what lives; a fifth
// more is enough: 50,000 placed articles take the same time in two thirds of the memory. A desk that runs for months is better small
// than quick: a space of a quarter takes 20 MB less, and a tenth more time. It must be said before the program starts.
'use strict'

var path = require('path')
var spawn = require('child_process').spawn

var WANTED_MAJOR = 24
var root = path.join(__dirname, '..')
var compileCache = path.join(root, 'node_modules', '.cache', 'brevier')

var words = process.argv.slice(2)
var script = words[0] === '--run' ? path.resolve(words[1]) : path.join(__dirname, 'main.ts')
var args = words[0] === '--run' ? words.slice(2) : words

var FLAGS = ['--max-semi-space-size=' + (words[0] === 'start' ? 2 : 8), '--heap-growing-percent=20']

startWith(Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR ? process.execPath : newerNode())

function startWith(node) {
  var env = Object.assign({}, process.env, {
    // Threads that read pages and feeds each keep freed memory for themselves otherwise: some 30 MB.
    MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX || '1',
    // A document that was read and let go is given back at once, whatever was taken behind it.
    MALLOC_MMAP_THRESHOLD_: process.env.MALLOC_MMAP_THRESHOLD_ || '131072',
    MALLOC_TRIM_THRESHOLD_: process.env.MALLOC_TRIM_THRESHOLD_ || '131072',
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || compileCache,
    PATH: path.dirname(node) + path.delimiter + (process.env.PATH || ''),
  })
  var child = spawn(node, FLAGS.concat(script, args), { stdio: 'inherit', env: env })
  ;['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => {
    process.on(signal, () => {
      // Ctrl-C on a terminal reaches the child by itself; a second one would mean "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  })
  child.on('error', (error) => {
    console.error('Node ' + WANTED_MAJOR + ' could not be started: ' + error.message)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    process.exit(code === null ? 128 + (require('os').constants.signals[signal] || 0) : code)
  })
}

function newerNode() {
  var name = 'node-' + (process.platform === 'win32' ? 'win' : process.platform) + '-' + process.arch
  try {
    var folder = path.dirname(require.resolve(name + '/package.json', { paths: [root] }))
    return path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  } catch (_) {
    console.error(
      'Brevier needs Node ' +
        WANTED_MAJOR +
        ' or newer; this is ' +
        process.versions.node +
        ', and npm has not brought ' +
        name +
        '. Run "npm ci", or install Node ' +
        WANTED_MAJOR +
        '.',
    )
    process.exit(1)
  }
}
